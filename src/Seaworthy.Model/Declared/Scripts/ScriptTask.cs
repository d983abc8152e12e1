using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Scripts;

/// <summary>A target of a Makefile, a recipe of a justfile, a task of a Taskfile.</summary>
public sealed record ScriptTask(Fact<string> Name, IReadOnlyList<ShellCommand> Commands)
{
    /// <summary>Tasks (for make also files) that come first.</summary>
    public IReadOnlyList<Fact<string>> Prerequisites { get; init; } = [];

    /// <summary>Where its commands start, relative to the file's directory; empty = there; null = computed.</summary>
    public string? Directory { get; init; } = "";

    /// <summary>Its commands are written in another language than the shell (a justfile recipe with a shebang).</summary>
    public bool IsOtherLanguage { get; init; }
}
