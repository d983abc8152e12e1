using Seaworthy.Model.Declared.Scripts;

namespace Seaworthy.Reading.Linking.Processes;

/// <summary>Which arms of a <c>case</c> over its first argument a script takes: one image often starts as a web server, a worker or a migration by one word.</summary>
internal sealed class ScriptArms
{
    private readonly string? argument;
    private readonly HashSet<string> subjects;

    private ScriptArms(string? argument, HashSet<string> subjects, bool isNamed)
    {
        this.argument = argument;
        this.subjects = subjects;
        IsNamed = isNamed;
    }

    /// <summary>An arm has the argument for its pattern.</summary>
    public bool IsNamed { get; }

    /// <param name="script">What is started.</param>
    /// <param name="words">The command: the script and its arguments.</param>
    public static ScriptArms Of(ShellScript script, IReadOnlyList<ShellWord> words)
    {
        var argument = words.Count > 1 ? words[1].Literal : null;
        HashSet<string> subjects = new(StringComparer.Ordinal) { "$1", "${1}", "${1:-}" };
        subjects.UnionWith(
            script
                .Commands.SelectMany(command => command.Assignments)
                .Where(assignment => assignment.Value is { } value && IsFirst(value.Raw))
                .SelectMany(assignment => new[] { $"${assignment.Name}", $"${{{assignment.Name}}}" })
        );
        var isNamed =
            argument is not null
            && script.Commands.Any(command =>
                command.Arm is { } arm && subjects.Contains(Bare(arm.Subject)) && arm.Patterns.Contains(argument)
            );
        return new ScriptArms(argument, subjects, isNamed);
    }

    /// <summary>Where the argument is known, the arm that names it runs, or the ones with a wildcard.</summary>
    public bool MayRun(ShellCommand command) =>
        argument is null
        || command.Arm is not { } arm
        || !subjects.Contains(Bare(arm.Subject))
        || (IsNamed ? arm.Patterns.Contains(argument) : arm.Patterns.Any(pattern => pattern.AsSpan().ContainsAny("*?[")));

    private static bool IsFirst(string value) => Bare(value) is "$1" or "${1}" || Bare(value).StartsWith("${1:-", StringComparison.Ordinal);

    private static string Bare(string word) => word.Trim('"');
}
