using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats;
using Seaworthy.Reading.Formats.Shell;
using Seaworthy.Reading.Formats.Tree;

namespace Seaworthy.Reading.Readers.Scripts;

/// <summary>Reads the configuration of supervisord: any file of sections of which one is named <c>program:NAME</c>, or the main file that only includes such.</summary>
/// <remarks>Source: Supervisor documentation, "Configuration File".</remarks>
internal sealed class SupervisorReader : Reader
{
    private const string Program = "program:";
    private const string OfEnvironment = "ENV_";

    public override bool Accepts(string path) =>
        path.EndsWith(".conf", StringComparison.Ordinal)
        || path.EndsWith(".ini", StringComparison.Ordinal)
        || path.EndsWith("supervisord.conf.template", StringComparison.Ordinal);

    public override Artifact? Read(FileSyntax file)
    {
        if (
            !file.File.Text.Contains($"[{Program}", StringComparison.Ordinal)
            && !file.File.Text.Contains("[supervisord]", StringComparison.Ordinal)
        )
        {
            return null;
        }

        var sections = file.Ini.Root?.Entries ?? [];
        return new SupervisorConfig(
            file.File,
            [.. sections.Where(section => section.Key.StartsWith(Program, StringComparison.Ordinal)).Select(ProgramOf)]
        )
        {
            Includes = Patterns(file.Ini.Root?.At("include", "files")),
            Users = Users(sections),
            Problems = file.Ini.Problems,
        };
    }

    private static SupervisorProgram ProgramOf(NodeEntry section)
    {
        var commands = section.Value["command"] is ScalarNode { IsNull: false } command ? Commands(command.Mapped) : [];
        return new SupervisorProgram(section.Key[Program.Length..], commands, section.KeySpan)
        {
            Directory = Bare(section.Value["directory"]?.Text),
            User = section.Value["user"] is { Text: { Length: > 0 } user } named ? new Fact<string>(Bare(user) ?? user, named.Span) : null,
            AutoRestart = section.Value["autorestart"] is { Text: { Length: > 0 } restart } policy
                ? new Fact<string>((Bare(restart) ?? restart).ToLowerInvariant(), policy.Span)
                : null,
            IsStarted = Bare(section.Value["autostart"]?.Text) is not ("false" or "False" or "no" or "off" or "0"),
        };
    }

    /// <summary>supervisord starts programs without a shell, and fills in <c>%(ENV_NAME)s</c> itself.</summary>
    private static IReadOnlyList<ShellCommand> Commands(MappedText text)
    {
        var commands = ShellParser.Parse(Expanded(text));
        return commands is [var only] && ShellParser.ParseInner(only) is { Count: > 0 } inner ? inner : commands;
    }

    private static MappedText Expanded(MappedText text)
    {
        MappedTextBuilder builder = new(text);
        var end = text.Text.IndexOf(" ;", StringComparison.Ordinal) is >= 0 and var comment ? comment : text.Text.Length;
        for (var at = 0; at < end; )
        {
            var next = text.Text.IndexOf("%(", at, end - at, StringComparison.Ordinal);
            var close = next < 0 ? -1 : text.Text.IndexOf(')', next, end - next);
            if (close < 0)
            {
                builder.Copy(at, end);
                break;
            }

            builder.Copy(at, next);
            var name = text.Text[(next + 2)..close];
            builder.Replace(
                $"${{{(name.StartsWith(OfEnvironment, StringComparison.Ordinal) ? name[OfEnvironment.Length..] : name)}}}",
                next
            );
            // What follows tells how the value is written: "s", "d", "02d".
            at = close + 1;
            while (at < end && char.IsAsciiDigit(text.Text[at]))
            {
                at++;
            }

            at = Math.Min(at + 1, end);
        }

        return builder.Build();
    }

    private static List<Fact<string>> Patterns(Node? files) =>
        files is ScalarNode { IsNull: false } list
            ?
            [
                .. (Bare(list.Text) ?? "")
                    .Split((char[])[' ', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries)
                    .Select(pattern => new Fact<string>(pattern, list.Span)),
            ]
            : [];

    private static List<Fact<string>> Users(IEnumerable<NodeEntry> sections) =>
        [
            .. sections
                .Where(section => section.Key == "supervisord" || section.Key.StartsWith(Program, StringComparison.Ordinal))
                .Select(section => section.Value["user"])
                .OfType<ScalarNode>()
                .Where(user => !user.IsNull)
                .Select(user => new Fact<string>(Bare(user.Value) ?? "", user.Span)),
        ];

    private static string? Bare(string? value) =>
        value?.IndexOf(" ;", StringComparison.Ordinal) is >= 0 and var comment ? value[..comment].TrimEnd() : value;
}
