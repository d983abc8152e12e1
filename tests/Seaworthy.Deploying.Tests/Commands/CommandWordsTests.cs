using Seaworthy.Deploying.Commands;
using Xunit;

namespace Seaworthy.Deploying.Tests.Commands;

public sealed class CommandWordsTests
{
    [Theory]
    [InlineData("op inject -i shop.env", "op|inject|-i|shop.env")]
    [InlineData("  rclone copy {} 'remote:my shop/{id}' ", "rclone|copy|{}|remote:my shop/{id}")]
    [InlineData("a \"b c\"d '' e\\ f", "a|b cd||e f")]
    [InlineData("sh -c 'cat key | head -1 > $HOME/x'", "sh|-c|cat key | head -1 > $HOME/x")]
    public void Quotes_keep_blanks_together(string text, string words)
    {
        Assert.Equal(words, string.Join('|', CommandWords.Of(text)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a 'b")]
    [InlineData("cat key | head")]
    [InlineData("cat $HOME/key")]
    [InlineData("cat \"$HOME/key\"")]
    [InlineData("a; b")]
    [InlineData("a && b")]
    [InlineData("cat ~/key")]
    public void What_needs_a_shell_is_refused(string text)
    {
        Assert.Empty(CommandWords.Of(text));
    }
}
