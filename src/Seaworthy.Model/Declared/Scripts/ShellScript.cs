using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Scripts;

/// <summary>A shell script file, or a shell text inside another file (a workflow's <c>run</c>, an npm script, a Makefile recipe, a Dockerfile's <c>RUN</c>).</summary>
public sealed record ShellScript(SourceFile File, IReadOnlyList<ShellCommand> Commands) : Artifact(File)
{
    /// <summary>The first line's interpreter, such as <c>/bin/bash</c>.</summary>
    public Fact<string>? Interpreter { get; init; }

    /// <summary><c>set -e</c> or its equivalent is in force: a failing command ends the script.</summary>
    public bool StopsOnError { get; init; }
}
