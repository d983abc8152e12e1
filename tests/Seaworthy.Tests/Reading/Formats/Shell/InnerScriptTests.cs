using Seaworthy.Reading.Formats.Shell;
using Xunit;

namespace Seaworthy.Tests.Reading.Formats.Shell;

public sealed class InnerScriptTests
{
    [Theory]
    [InlineData("sh -c 'cd api && npm test'", "npm test", "api")]
    [InlineData("cd web; bash -euxc \"npm \\\"test\\\"\"", "npm \\\"test\\\"", "web")]
    [InlineData("bash <<'EOF'\ncd api\nnpm test\nEOF", "npm test", "api")]
    [InlineData("cd x; docker compose exec api sh -c 'npm test'", "npm test", "")]
    [InlineData("ssh -i key user@host 'cd /srv/app && npm test'", "npm test", "/srv/app")]
    [InlineData("ssh host <<EOF\nnpm test\nEOF", "npm test", "")]
    [InlineData("timeout 60 ssh -p 22 host 'cd /srv/app && npm test'", "npm test", "/srv/app")]
    [InlineData("cat > run.sh <<'EOF'\nnpm test\nEOF", "npm test", "")]
    [InlineData("sudo tee /opt/run > /dev/null <<'EOF'\n#!/bin/sh\nnpm test\nEOF", "npm test", "")]
    [InlineData("/bin/sh -o pipefail -c \"npm test $X\"", "npm test $X", "")]
    public void A_script_inside_a_command_is_read_in_place(string text, string span, string directory)
    {
        var inner = ShellText.Parse(text).SelectMany(ShellParser.ParseInner).Last();
        Assert.Equal(("npm", span, directory), (inner.Program, inner.Span.Text, inner.Directory));
    }

    [Theory]
    [InlineData("sh run.sh")]
    [InlineData("ssh host")]
    [InlineData("echo sh -c")]
    [InlineData("bash")]
    [InlineData("cat > app.conf <<'EOF'\nnpm test\nEOF")]
    [InlineData("cat <<'EOF'\nnpm test\nEOF")]
    [InlineData("which ssh bash")]
    public void Other_commands_hold_no_script(string text) => Assert.Empty(ShellText.Parse(text).SelectMany(ShellParser.ParseInner));
}
