# words of voting
