using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Workflows;

namespace Seaworthy.Reading.Linking.Terraform;

/// <summary>What the steps of a job write into files of values before they call Terraform: <c>echo 'zone = "a"' > terraform.tfvars</c>.</summary>
/// <param name="Names">The variables that get a value there.</param>
/// <param name="Unread">The first command that names such a file and of which it is not known what it writes.</param>
internal sealed record WrittenValues(IReadOnlySet<string> Names, ShellCommand? Unread)
{
    /// <summary>The names of the files, without their directories.</summary>
    public IReadOnlySet<string> Files { get; private init; } = new HashSet<string>(StringComparer.Ordinal);

    private const string Ending = ".tfvars";

    // They show, remove or compare such a file, and give it no value.
    private static readonly string[] Bystanders =
    [
        "cat",
        "ls",
        "rm",
        "terraform",
        "tofu",
        "test",
        "[",
        "[[",
        "echo",
        "printf",
        "chmod",
        "stat",
        "wc",
    ];

    public static WrittenValues Before(ShellCommand call, IReadOnlyList<WorkflowStep> before, WorkflowStep step)
    {
        HashSet<string> names = new(StringComparer.Ordinal);
        HashSet<string> files = new(StringComparer.Ordinal);
        ShellCommand? unread = null;
        foreach (
            var command in before
                .Append(step)
                .SelectMany(other => other.Run?.Commands ?? [])
                .Where(other => other.Span.Start < call.Span.Start)
        )
        {
            if (IsWriting(command))
            {
                var lines = LinesOf(command).Where(line => line is not ([] or ['#', ..])).ToList();
                var given = lines.Select(NameIn).OfType<string>().ToList();
                names.UnionWith(given);
                files.UnionWith(
                    command.Redirects.Select(redirect => redirect.Target).Concat(command.Arguments).Where(IsValues).Select(FileName)
                );
                unread ??= given.Count == 0 || lines.Exists(IsComputed) ? command : null;
            }
            else if (!Bystanders.Contains(command.Program) && IsNaming(command))
            {
                unread ??= command;
            }
        }

        return new WrittenValues(names, unread) { Files = files };
    }

    /// <summary>An input or a variable of a step names such a file.</summary>
    public static bool IsNamedBy(WorkflowStep step) =>
        step.With.Concat(step.Environment).Any(given => given.Value.Raw.Contains(Ending, StringComparison.Ordinal));

    private static bool IsWriting(ShellCommand command) =>
        command.Redirects.Any(redirect => redirect.Operator is ">" or ">>" && IsValues(redirect.Target))
        || (command.Program == "tee" && command.Arguments.Any(IsValues));

    private static bool IsNaming(ShellCommand command) =>
        command.Words.Any(IsValues) || command.Redirects.Any(redirect => IsValues(redirect.Target));

    private static bool IsValues(ShellWord word) => word.Raw.Contains(Ending, StringComparison.Ordinal);

    private static string FileName(ShellWord word) => word.Raw.Trim('"', '\'') is var path ? path[(path.LastIndexOf('/') + 1)..] : "";

    private static IEnumerable<string> LinesOf(ShellCommand command) =>
        (
            command.Program is "echo" or "printf"
                ? command.Arguments.Where(word => word.Prefix is not ['-', ..]).Select(word => word.Raw)
                : []
        )
            .Concat(command.Redirects.Select(redirect => redirect.HereDocument ?? ""))
            .SelectMany(text => text.Replace("\\n", "\n", StringComparison.Ordinal).Split('\n'))
            .Select(line => line.Trim(' ', '\t', '\r', '"', '\''));

    private static string? NameIn(string line) =>
        line.IndexOf('=', StringComparison.Ordinal) is > 0 and var end
        && line[..end].Trim() is { Length: > 0 } name
        && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-')
            ? name
            : null;

    /// <summary>Whole lines come from elsewhere: <c>echo "$TFVARS"</c>.</summary>
    private static bool IsComputed(string line) => line is ['$' or '`', ..];
}
