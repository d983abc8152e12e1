using Seaworthy.Reading.Formats.Shell;
using Xunit;

namespace Seaworthy.Tests.Reading.Formats.Shell;

public sealed class ShebangTests
{
    [Theory]
    [InlineData("#!/bin/sh\necho", "/bin/sh", null)]
    [InlineData("#!/bin/bash -e\r\necho", "/bin/bash", "-e")]
    [InlineData("\uFEFF#! /usr/bin/env bash", "bash", null)]
    [InlineData("#!/usr/bin/env -S bash -eu\n", "bash", "-eu")]
    [InlineData("#!/usr/bin/env LANG=C zsh\n", "zsh", null)]
    public void A_shell_is_found_with_its_first_option(string text, string interpreter, string? options)
    {
        var shebang = Shebang.Of(text);

        Assert.NotNull(shebang);
        Assert.Equal((interpreter, options, true), (shebang.Interpreter, shebang.Options, shebang.IsOfShell));
        Assert.Equal(interpreter, text.Substring(shebang.Start, interpreter.Length));
    }

    // Their names end in "sh" as well, and they read another language.
    [Theory]
    [InlineData("#!/usr/bin/env pwsh\n")]
    [InlineData("#!/usr/bin/fish\n")]
    [InlineData("#!/usr/bin/env tclsh\n")]
    public void Other_interpreters_are_no_shells(string text) => Assert.False(Shebang.Of(text)?.IsOfShell);

    [Theory]
    [InlineData("")]
    [InlineData("#!")]
    [InlineData("#!/usr/bin/env\n")]
    [InlineData("echo\n#!/bin/sh\n")]
    public void Where_no_interpreter_is_named_there_is_none(string text) => Assert.Null(Shebang.Of(text));
}
