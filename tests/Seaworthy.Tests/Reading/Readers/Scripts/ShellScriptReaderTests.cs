using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Readers;
using Seaworthy.Reading.Readers.Scripts;
using Xunit;

namespace Seaworthy.Tests.Reading.Readers.Scripts;

public sealed class ShellScriptReaderTests
{
    [Theory]
    [InlineData("#!/bin/bash\nx", "/bin/bash", 1, 3)]
    [InlineData("#!/usr/bin/env bash\nx", "bash", 1, 16)]
    [InlineData("#!/usr/bin/env -S bash -e\nx", "bash", 1, 19)]
    [InlineData("#! /bin/sh -e\r\nx", "/bin/sh", 1, 4)]
    public void The_first_line_names_the_interpreter(string text, string interpreter, int line, int column)
    {
        var script = Read("bin/deploy", text);
        Assert.Equal(
            (interpreter, line, column),
            (script?.Interpreter?.Value, script?.Interpreter?.Span.StartLine, script?.Interpreter?.Span.StartColumn)
        );
    }

    [Theory]
    [InlineData("bin/tool", "#!/usr/bin/env python3\nimport os")]
    [InlineData("bin/tool", "just text")]
    [InlineData("run.sh", "#!/usr/bin/env node\n")]
    [InlineData("notes.sh", "# Alembic\n\n```bash\nalembic upgrade <revision>\n```\n")]
    public void Other_interpreters_are_not_ours(string path, string text) => Assert.Null(Read(path, text));

    [Theory]
    [InlineData("run.sh", true)]
    [InlineData("a/docker-entrypoint", true)]
    [InlineData("lib.bash", true)]
    [InlineData("a.b/README.md", false)]
    public void Names_decide_what_is_looked_at(string path, bool expected) => Assert.Equal(expected, new ShellScriptReader().Accepts(path));

    [Theory]
    [InlineData("#!/bin/sh -e\nx", true)]
    [InlineData("#!/bin/sh\nset -euo pipefail\nx", true)]
    [InlineData("#!/bin/sh\nx", false)]
    [InlineData("#!/bin/sh\nf() { set -e; x; }\nx", false)]
    public void A_script_stops_on_error_when_it_says_so(string text, bool expected) =>
        Assert.Equal(expected, Read("a.sh", text)?.StopsOnError);

    [Fact]
    public void Windows_line_endings_are_a_fact()
    {
        Assert.Equal("#!/bin/sh\r", Read("a.sh", "#!/bin/sh\r\nx\r\n")?.WindowsLineEnding?.Text);
        Assert.False(Read("a.sh", "#!/bin/sh\nx\n")?.HasWindowsLineEndings);
    }

    private static ShellScript? Read(string path, string text) =>
        new ShellScriptReader().Read(new FileSyntax(new SourceFile(path, text))) as ShellScript;
}
