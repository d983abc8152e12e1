using System.CommandLine;
using Seaworthy.Engine.Reporting;
using Seaworthy.Engine.Suppressing;

namespace Seaworthy.Cli.Commands;

/// <summary><c>seaworthy baseline</c>: what was there before is known, and only what comes after closes the gate.</summary>
internal static class BaselineCommand
{
    public const string Lesson = """
        A baseline lets a team begin today: known findings are recorded, and a pipeline stops for new ones.
          1. seaworthy baseline create                                      read the file and commit it
          2. seaworthy --baseline seaworthy-baseline.json                   in the pipeline
          3. seaworthy baseline prune                                       after fixes: the list only gets shorter
             seaworthy baseline update                                      accepts new findings too, and lists them

        A finding is recognised by rule, subject, file and line text, wherever the line moves. The same fault in a second file is new,
        and so is a WARN that becomes a FAIL. To accept a finding for good, give a reason: docs/configuration.md.

        Exit codes:
          0  done
          2  the command line or the configuration is wrong, or the file cannot be read or written
          3  the audit is incomplete: nothing was written
        """;

    private const string DefaultName = BaselineFile.DefaultName;

    public static Command Create() =>
        new("baseline", "Record known findings, so that only new ones block.")
        {
            Verb("create", "Record every FAIL and WARN of today.", (file, known) => Create(file, known)),
            Verb("update", "Replace the list with the findings of today.", (file, known) => Update(file, known)),
            Verb("prune", "Drop findings that are gone; add none.", (file, known) => Prune(file, known)),
        };

    private static Command Verb(string name, string description, Func<string, Baseline, int> act)
    {
        AuditArguments arguments = new(withBaseline: false);
        Option<string?> file = new("--file")
        {
            Description = $"File of the list. [default: {DefaultName} in the directory]",
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
