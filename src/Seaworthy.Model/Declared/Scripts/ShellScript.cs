using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Scripts;

/// <summary>A shell script file, or a shell text inside another file (a workflow's <c>run</c>, an npm script, a Makefile recipe, a Dockerfile's <c>RUN</c>).</summary>
public sealed record ShellScript(SourceFile File, IReadOnlyList<ShellCommand> Commands) : Artifact(File)
{
    private static readonly string[] ArgumentWords = ["$@", "$*", "${@", "$0", "$1", "${1", "$#", "shift", "set --", "BASH_ARGV"];

    /// <summary>The first line's interpreter: <c>/bin/bash</c>, or <c>bash</c> for <c>#!/usr/bin/env bash</c>.</summary>
    public Fact<string>? Interpreter { get; init; }

    /// <summary><c>set -e</c> or its equivalent is in force: a failing command ends the script.</summary>
    public bool StopsOnError { get; init; }

    /// <summary>It names its arguments, or changes them: what it is given may come to bear.</summary>
    public bool NamesArguments => Array.Exists(ArgumentWords, word => File.Text.Contains(word, StringComparison.Ordinal));

    /// <summary>The functions it defines, by name.</summary>
    public IReadOnlyList<Fact<string>> Functions { get; init; } = [];

    /// <summary>Each <c>((name++))</c> whose counter begins at 0 where <c>set -e</c> is in force: the shell takes the 0 for a failure, and the script ends.</summary>
    public IReadOnlyList<Fact<string>> StoppingCounters { get; init; } = [];

    /// <summary>Every <c>((name++))</c> under <c>set -e</c>, also in functions whose failure only their caller sees.</summary>
    public IReadOnlyList<Fact<string>> CountingSteps { get; init; } = [];

    /// <summary>The first line that ends in carriage return and line feed: a Unix kernel looks for the interpreter <c>/bin/sh\r</c>.</summary>
    public SourceSpan? WindowsLineEnding { get; init; }

    public bool HasWindowsLineEndings => WindowsLineEnding is not null;
}
