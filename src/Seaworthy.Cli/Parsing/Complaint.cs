using System.CommandLine;
using System.CommandLine.Parsing;

namespace Seaworthy.Cli.Parsing;

/// <summary>What is wrong with a command line, in one sentence: the first thing only, since the rest often follows from it.</summary>
internal static class Complaint
{
    /// <summary>Null when nothing is.</summary>
    public static string? Of(ParseResult parsed) =>
        UnknownOption(parsed) is { } option ? $"there is no option '{option}'{Suggestion.Of(option, Options(parsed))}"
        : parsed.UnmatchedTokens is [var word, ..] ? OfWord(parsed.CommandResult.Command, word)
        // Of one option, our own sentence comes behind the parser's.
        : parsed.Errors.GroupBy(error => error.SymbolResult).FirstOrDefault()?.Select(Of).Last();

    // The parser takes a misspelt option for an argument.
    private static string? UnknownOption(ParseResult parsed)
    {
        HashSet<Token> values = new(ReferenceEqualityComparer.Instance);
        for (SymbolResult? at = parsed.CommandResult; at is CommandResult command; at = command.Parent)
        {
            values.UnionWith(command.Children.OfType<OptionResult>().SelectMany(option => option.Tokens));
        }

        return parsed
            .Tokens.TakeWhile(token => token.Type != TokenType.DoubleDash)
            .FirstOrDefault(token => token is { Type: TokenType.Argument, Value: ['-', _, ..] } && !values.Contains(token))
            ?.Value.Split('=')[0];
    }

    private static IEnumerable<string> Options(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        var inherited = parsed.RootCommandResult.Command.Options.Where(option => option.Recursive);
        return command.Options.Concat(inherited).Where(option => !option.Hidden).Select(option => option.Name);
    }

    private static string OfWord(Command command, string word) =>
        command.Subcommands.Count > 0 && command.Arguments.Count == 0
            ? $"'seaworthy {CommandPath.Of(command)}' has no command '{word}'{Suggestion.Of(word, command.Subcommands.Select(verb => verb.Name))}"
            : $"'{word}' is one argument too many for 'seaworthy {CommandPath.Of(command)}'.";

    private static string Of(ParseError error) =>
        error.SymbolResult switch
        {
            OptionResult { IdentifierTokenCount: > 1 } twice when twice.Option.Arity.MaximumNumberOfValues <= 1 =>
                $"{twice.Option.Name} is given twice.",
            OptionResult option when option.Tokens.Count < option.Option.Arity.MinimumNumberOfValues =>
                $"{option.Option.Name} needs a value: {option.Option.HelpName ?? "see --help"}.",
            ArgumentResult { Tokens.Count: 0 } argument => Missing(argument.Argument, (argument.Parent as CommandResult)?.Command),
            CommandResult { Command: { Action: null, Subcommands.Count: > 0 } command } =>
                $"'seaworthy {CommandPath.Of(command)}' needs a command: {string.Join(", ", command.Subcommands.Select(verb => verb.Name))}.",
            CommandResult { Command: { } command } result
                when command.Arguments.FirstOrDefault(argument => IsMissing(result, argument)) is { } missing => Missing(missing, command),
            _ => error.Message,
        };

    private static bool IsMissing(CommandResult result, Argument argument) =>
        argument.Arity.MinimumNumberOfValues > (result.GetResult(argument)?.Tokens.Count ?? 0) && !argument.HasDefaultValue;

    private static string Missing(Argument argument, Command? command) =>
        $"'seaworthy {(command is null ? "" : CommandPath.Of(command))}' needs <{argument.HelpName ?? argument.Name}>.";
}
