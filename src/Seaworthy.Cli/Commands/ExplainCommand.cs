using System.CommandLine;
using Seaworthy.Cli.Explaining;
using Seaworthy.Cli.Parsing;
using Seaworthy.Engine.Configuring;
using Seaworthy.Engine.Judging;
using Seaworthy.Rules;

namespace Seaworthy.Cli.Commands;

/// <summary><c>seaworthy explain</c>: a rule on one screen, or its whole page.</summary>
internal static class ExplainCommand
{
    public const string Lesson = """
        Examples:
          seaworthy explain ports/published-port-not-listened
          seaworthy explain duplicate-key --full
        """;

    private static readonly Argument<string> Id = new("rule") { Description = "Rule, or the end of its id: duplicate-key." };

    private static readonly Option<bool> Full = new("--full") { Description = "Print the whole page with every example." };

    public static Command Create()
    {
        Id.CompletionSources.Add(_ => RuleChoice.Rules);
        Command command = new("explain", "Explain a rule: what it finds, why, an example, and how to turn it off.") { Id, Full };
        command.SetAction(parsed => Run(parsed.GetValue(Id) ?? "", parsed.GetValue(Full)));
        return command;
    }

    private static int Run(string id, bool isFull)
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

        if (!isFull)
        {
            RuleScreen.Write(rule.Info, Console.Out);
            return ExitCode.Fit;
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
