using System.CommandLine;
using Seaworthy.Cli.Parsing;
using Seaworthy.Engine.Configuring;

namespace Seaworthy.Cli.Commands;

/// <summary><c>--select</c> and <c>--ignore</c>: which rules are asked.</summary>
internal sealed class RuleArguments
{
    private readonly Option<string[]> select = Create("--select", "Ask only these rules or areas; comma-separated, repeatable.");
    private readonly Option<string[]> ignore = Create("--ignore", "Leave out these rules or areas; comma-separated, repeatable.");

    public void AddTo(Command command)
    {
        command.Options.Add(select);
        command.Options.Add(ignore);
    }

    public RuleChoice Of(ParseResult parsed) => new([.. Names(parsed.GetValue(select))], [.. Names(parsed.GetValue(ignore))]);

    private static Option<string[]> Create(string name, string description)
    {
        Option<string[]> option = new(name)
        {
            Description = description,
            HelpName = "rule|area",
            DefaultValueFactory = _ => [],
        };
        option.CompletionSources.Add(_ => RuleWords.All);
        option.Validators.Add(result =>
        {
            if (Names(result.Tokens.Select(token => token.Value)).FirstOrDefault(word => !RuleChoice.IsKnown(word)) is { } unknown)
            {
                result.AddError($"{name} '{unknown}' is no rule or area{Suggestion.OfRule(unknown, RuleWords.All)}");
            }
        });
        return option;
    }

    private static IEnumerable<string> Names(IEnumerable<string>? written) =>
        (written ?? []).SelectMany(list => list.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
