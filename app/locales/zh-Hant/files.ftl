# 檔案：未能收取檔案時，在欄目旁邊的說明。

files-missing = 請先選取檔案。
files-kind = 「{ $name }」並非PDF、JPEG或PNG檔案。請選用名稱以.pdf、.jpg或.png結尾的檔案。
files-content = 「{ $name }」的內容與檔案名稱不符。請另存為PDF、JPEG或PNG檔案，然後重新選取。
files-large = 「{ $name }」過大。每個檔案上限為{ $one } MB，同時遞交的檔案合共上限為{ $all } MB。請縮小檔案，然後重新選取。
files-picture-broken = 圖片已損壞，未能開啟。請在電腦開啟圖片並重新儲存，然後再次選取。
files-picture-large = 圖片的像素過多：每邊不可超過{ $side }像素，合共約5,000萬像素已足夠任何印刷用途。請縮小圖片，然後重新選取。
files-pdf-broken = PDF文件已損壞，未能開啟。請以原來的文件重新製作，然後再次選取。
files-pdf-locked = PDF文件設有密碼保護，其他人未能閱讀。請解除保護後另存，然後重新選取。
files-pdf-active = PDF文件內含程式碼、附件或其他會自行運作的內容。請將文件列印成新的PDF，然後選取新的文件。
