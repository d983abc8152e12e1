namespace Seaworthy.Model.Declared.Scripts;

/// <summary>Targets that a Makefile, a justfile or a Taskfile has without writing them out.</summary>
public static class ComputedTargets
{
    /// <summary>Why the file may have more of them than it writes; null when it cannot.</summary>
    public static string? Because(TaskFile file) =>
        file.Tasks.Any(task => task.Name.Value.AsSpan().ContainsAny("%$")) ? $"{file.File.Path} has targets with computed names"
        : file.File.Text.Contains("eval", StringComparison.Ordinal) ? $"{file.File.Path} makes targets"
        : null;
}
