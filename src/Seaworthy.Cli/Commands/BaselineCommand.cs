using System.CommandLine;
using Seaworthy.Engine.Reporting;
using Seaworthy.Engine.Suppressing;

namespace Seaworthy.Cli.Commands;

/// <summary><c>seaworthy baseline</c>: what was there before is known, and only what comes after closes the gate.</summary>
internal static class BaselineCommand
{
    public const string Lesson = """
        A baseline lets a team begin today: what is found now is written down, and a pipeline stops for what is added.
          1. seaworthy baseline create                                      write it, read it, commit it
          2. seaworthy audit --baseline seaworthy-baseline.json             in the pipeline
          3. seaworthy baseline prune                                       after repairs: it only ever gets shorter
             seaworthy baseline update                                      to accept what is new as well; it says what it adds

        A finding is recognised by rule, subject, file and the words of its line, wherever the line moves. The same fault in a second file is new.
        A WARN that has become a FAIL is new. What ought to stay is better allowed with a reason: see docs/configuration.md.

        Exit codes:
          0  done
          2  the command line or the configuration makes no sense, or the file cannot be read or written
          3  the audit was incomplete: nothing was written
        """;

    private const string DefaultName = BaselineFile.DefaultName;

    public static Command Create() =>
        new("baseline", "Keep a list of known findings, so that only new ones close the gate.")
        {
            Verb("create", "Write down every FAIL and WARN of today.", (file, known) => Create(file, known)),
            Verb("update", "Make the list what is found today, and say what that adds and removes.", (file, known) => Update(file, known)),
            Verb("prune", "Remove what is not found any more, and add nothing.", (file, known) => Prune(file, known)),
        };

    private static Command Verb(string name, string description, Func<string, Baseline, int> act)
    {
        AuditArguments arguments = new(withBaseline: false);
        Option<string?> file = new("--file")
        {
            Description = $"The list; {DefaultName} in the audited directory unless told otherwise.",
            HelpName = "file",
        };
        Command command = new(name, description) { file };
        arguments.AddTo(command);
        command.SetAction(parsed =>
        {
            if (arguments.Audit(parsed) is not { } report)
            {
                return ExitCode.Usage;
            }

            if (report.IsIncomplete)
            {
                Console.Error.WriteLine("seaworthy: the audit is incomplete ('seaworthy audit' says why): nothing was written.");
                return ExitCode.Incomplete;
            }

            var path =
                parsed.GetValue(file) ?? (arguments.Path(parsed) is not "." and var root ? Path.Combine(root, DefaultName) : DefaultName);
            return act(path, Baseline.Of(NamedFiles.Name(path), report));
        });
        return command;
    }

    private static int Create(string file, Baseline found)
    {
        if (File.Exists(file))
        {
            Console.Error.WriteLine($"seaworthy: '{file}' is there already; 'seaworthy baseline update' renews it.");
            return ExitCode.Usage;
        }

        return Write(file, found, added: [], removed: []);
    }

    private static int Update(string file, Baseline found) =>
        NamedFiles.ReadBaseline(file) is { } before ? Write(file, found, found.Without(before), before.Without(found)) : ExitCode.Usage;

    private static int Prune(string file, Baseline found)
    {
        if (NamedFiles.ReadBaseline(file) is not { } before)
        {
            return ExitCode.Usage;
        }

        var kept = before.Prune(found);
        return Write(file, kept, added: [], before.Without(kept));
    }

    private static int Write(string file, Baseline baseline, IReadOnlyList<BaselineEntry> added, IReadOnlyList<BaselineEntry> removed)
    {
        if (!NamedFiles.Write(file, baseline))
        {
            return ExitCode.Usage;
        }

        Tell('+', added);
        Tell('-', removed);
        var changes = added.Count + removed.Count > 0 ? $" ({added.Count} added, {removed.Count} removed)" : "";
        Console.Out.WriteLine($"{file}: {baseline.Entries.Count} known {(baseline.Entries.Count == 1 ? "finding" : "findings")}{changes}.");
        return ExitCode.Fit;
    }

    // What stands in a file that somebody else wrote is quoted like the repository itself.
    private static void Tell(char sign, IEnumerable<BaselineEntry> entries)
    {
        foreach (var entry in entries)
        {
            Console.Out.WriteLine(
                Quote.Text($"{sign} {Words.Of(entry.Outcome).ToUpperInvariant()} {entry.Rule}  {entry.Path}  {entry.Subject}")
            );
        }
    }
}
