using System.CommandLine;
using Seaworthy.Cli.Parsing;
using Seaworthy.Engine.Configuring;
using Seaworthy.Engine.Judging;
using Seaworthy.Rules;

namespace Seaworthy.Cli.Commands;

/// <summary><c>seaworthy explain</c>: the page of a rule.</summary>
internal static class ExplainCommand
{
    private static readonly Argument<string> Id = new("rule")
    {
        Description = "The rule's id, or the end of it: files/duplicate-key, duplicate-key.",
    };

    public static Command Create()
    {
        Id.CompletionSources.Add(_ => RuleChoice.Rules);
        Command command = new("explain", "Print the page of a rule: what it finds, why it matters, an example, and what it does not judge.")
        {
            Id,
        };
        command.SetAction(parsed => Run(parsed.GetValue(Id) ?? ""));
        return command;
    }

    private static int Run(string id)
    {
        var custom = OwnRules.Here().FirstOrDefault(rule => rule.Info.Id == id);
        if (custom is not null)
        {
            OwnRules.Explain(custom, Console.Out);
            return ExitCode.Fit;
        }

        var rule =
            AllRules.List.FirstOrDefault(rule => rule.Info.Id == id)
            ?? AllRules.List.FirstOrDefault(rule => rule.Info.Id.EndsWith("/" + id, StringComparison.Ordinal));
        if (rule is null)
        {
            Console.Error.WriteLine($"seaworthy: there is no rule '{id}'{Suggestion.OfRule(id, RuleChoice.Rules)}");
            return ExitCode.Usage;
        }

        var page = RulePage.Read(rule.Info) ?? $"# {rule.Info.Title}\n\n{rule.Info.Rationale}\n";
        Console.Out.Write(page);
        if (Precisions.Of(rule.Info.Id).Text is { } precision)
        {
            Console.Out.WriteLine($"\nA finding of this rule {precision} that people checked in public repositories.");
        }

        return ExitCode.Fit;
    }
}
