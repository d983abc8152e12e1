using Seaworthy.Model.Declared.Code;

namespace Seaworthy.Reading.Linking.Processes;

/// <param name="Name">As the broker knows it: a name of its own, or the module's (by the path from the root of the repository, which may be longer) and the function's.</param>
/// <param name="Declared">Its decorator.</param>
internal sealed record CeleryTask(CodeFile File, string Name, FrameworkSetting Declared)
{
    /// <summary>A name that code, a route or a schedule gives is this task's: <c>tasks.confirm</c> for <c>shop.tasks.confirm</c>.</summary>
    public bool IsNamed(string name) => ("." + Name).EndsWith("." + name, StringComparison.Ordinal);

    /// <summary>The name of the function: <c>confirm</c> of <c>shop.tasks.confirm</c>.</summary>
    public static string LastPart(string name) => name[(name.LastIndexOf('.') + 1)..];

    /// <summary>The pattern of a route means this task: <c>shop.tasks.confirm</c>, <c>shop.tasks.*</c>.</summary>
    public bool Matches(string pattern)
    {
        var wildcard = pattern.AsSpan().IndexOfAny('*', '?', '[');
        return wildcard < 0 ? IsNamed(pattern) : ("." + Name).Contains("." + pattern[..wildcard], StringComparison.Ordinal);
    }

    /// <summary>Its decorator names the queue.</summary>
    public bool NamesItsQueue =>
        File.Settings.Any(setting =>
            setting.Name == "celery.taskQueue" && setting.Span.Start >= Declared.Span.Start && setting.Span.End <= Declared.Span.End
        );
}
