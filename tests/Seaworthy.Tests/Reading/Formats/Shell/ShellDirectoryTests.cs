using Seaworthy.Model.Declared.Scripts;
using Xunit;

namespace Seaworthy.Tests.Reading.Formats.Shell;

public sealed class ShellDirectoryTests
{
    [Theory]
    [InlineData("x", "")]
    [InlineData("cd api; x", "api")]
    [InlineData("cd ./api/ && x", "api")]
    [InlineData("cd api || exit 1\nx", "api")]
    [InlineData("cd api || { echo no; exit 1; }\nx", "api")]
    [InlineData("cd a; cd ../b; x", "b")]
    [InlineData("cd ..; x", "..")]
    [InlineData("cd /app; x", "/app")]
    [InlineData("(cd api && y); x", "")]
    [InlineData("(cd api && x)", "api")]
    [InlineData("cd a; cd -; x", "")]
    [InlineData("pushd a; y; popd; x", "")]
    [InlineData("pushd a > /dev/null; x", "a")]
    [InlineData("D=api; cd $D; x", "api")]
    [InlineData("D=api\ncd \"$D/src\"; x", "api/src")]
    [InlineData("D=api; cd y; cd $D; x", "y/api")]
    [InlineData("cd $D; x", null)]
    [InlineData("if a; then D=api; fi; cd $D; x", null)]
    [InlineData("cd $(mktemp -d); x", null)]
    [InlineData("cd; x", null)]
    [InlineData("if a; then cd api; fi; x", null)]
    [InlineData("if a; then cd api; else cd api; fi; x", "api")]
    [InlineData("if a; then cd api; else exit 1; fi; x", "api")]
    [InlineData("if ! cd api; then exit 1; fi; x", "api")]
    [InlineData("[ -d api ] && cd api; x", null)]
    [InlineData("y && cd api && x", "api")]
    [InlineData("for i in 1 2; do cd api; x; done", null)]
    [InlineData("for i in 1 2; do (cd api; x); done", "api")]
    [InlineData("for i in 1 2; do cd api; x; cd ..; done", "api")]
    [InlineData("cd api | y; x", "")]
    [InlineData("f() { x; }\ncd api\nf", "api")]
    [InlineData("f() { x; }\nf; cd api; f", null)]
    [InlineData("f() { cd api; }\nf\nx", "api")]
    [InlineData("echo $(cd api; y); x", "")]
    [InlineData("cd \"$(dirname \"$0\")\"; x", null)]
    public void Directory_follows_cd(string text, string? expected)
    {
        Assert.Equal(expected, ShellText.Parse(text).First(command => command.Program == "x").Directory);
    }

    [Theory]
    [InlineData("cd \"$(dirname \"$0\")\"", ShellDirectoryBase.Script, "")]
    [InlineData("cd \"$(dirname \"${BASH_SOURCE[0]}\")/..\"", ShellDirectoryBase.Script, "..")]
    [InlineData("cd `dirname $0`/../api", ShellDirectoryBase.Script, "../api")]
    [InlineData("cd \"${0%/*}\"", ShellDirectoryBase.Script, "")]
    [InlineData("D=\"$(cd \"$(dirname \"${BASH_SOURCE[0]}\")\" && pwd)\"; cd \"$D\"", ShellDirectoryBase.Script, "")]
    [InlineData("D=\"$(cd \"$(dirname \"$0\")/..\" >/dev/null 2>&1 && pwd -P)\"\ncd $D/api", ShellDirectoryBase.Script, "../api")]
    [InlineData("D=$(cd $(dirname $0); pwd)\ncd $D/api", ShellDirectoryBase.Script, "api")]
    [InlineData("D=$(dirname \"$(readlink -f \"$0\")\"); R=\"$(dirname \"$D\")\"; cd $R", ShellDirectoryBase.Script, "..")]
    [InlineData("cd \"$(git rev-parse --show-toplevel)/api\"", ShellDirectoryBase.Repository, "api")]
    [InlineData("cd $GITHUB_WORKSPACE/api", ShellDirectoryBase.Repository, "api")]
    [InlineData("cd ${{ github.workspace }}/api", ShellDirectoryBase.Repository, "api")]
    public void The_idioms_for_known_places_are_understood(string text, ShellDirectoryBase @base, string path)
    {
        Assert.Equal(new ShellDirectory(@base, path), ShellText.Parse(text + "\nx").Last().Place);
    }
}
