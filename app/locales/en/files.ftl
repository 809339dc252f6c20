# Files: what is said beside the field for a file, when it cannot be taken.

files-missing = Choose a file first.
files-kind = “{ $name }” is not a PDF, JPEG or PNG file. Choose one whose name ends in .pdf, .jpg or .png.
files-content = The content of “{ $name }” does not fit its name. Save the file again as PDF, JPEG or PNG, then choose it once more.
files-large = “{ $name }” is too large. One file may have up to { $one } MB, and the files sent together up to { $all } MB. Make it smaller, then choose it once more.
files-picture-broken = The picture is damaged and cannot be opened. Open it on your computer, save it again, then choose it once more.
files-picture-large = The picture has too many pixels: no side may be longer than { $side }, and about 50 million pixels in all are enough for any print. Save it smaller, then choose it once more.
files-pdf-broken = The PDF is damaged and cannot be opened. Make it again from the original document, then choose it once more.
files-pdf-locked = The PDF is protected by a password, so others could not read it. Save it without protection, then choose it once more.
files-pdf-active = The PDF holds a script, an attached file or something else that acts by itself. Print it to a new PDF, then choose that one.
