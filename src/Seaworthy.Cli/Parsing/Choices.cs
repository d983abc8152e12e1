using System.CommandLine;
using System.CommandLine.Parsing;

namespace Seaworthy.Cli.Parsing;

/// <summary>Options and arguments that take one of a few words, in any case.</summary>
internal static class Choices
{
    public static void AcceptOnly<T>(this Option<T> option, params IReadOnlyList<string> words)
    {
        option.CompletionSources.Clear();
        option.CompletionSources.Add([.. words]);
        option.Validators.Add(result => Check(result, option.Name, words));
    }

    public static void AcceptOnly<T>(this Argument<T> argument, params IReadOnlyList<string> words)
    {
        argument.CompletionSources.Clear();
        argument.CompletionSources.Add([.. words]);
        argument.Validators.Add(result => Check(result, $"<{argument.HelpName ?? argument.Name}>", words));
    }

    private static void Check(SymbolResult result, string name, IReadOnlyList<string> words)
    {
        foreach (
            var word in result.Tokens.Select(token => token.Value).Where(word => !words.Contains(word, StringComparer.OrdinalIgnoreCase))
        )
        {
            var meant = Suggestion.Of(word, words);
            result.AddError($"{name} '{word}' is none of {string.Join(", ", words)}{meant}");
        }
    }
}
