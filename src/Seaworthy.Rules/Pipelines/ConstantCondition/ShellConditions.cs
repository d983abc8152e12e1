using Seaworthy.Model;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Pipelines;

/// <summary>Conditions of scripts and pipelines, each with whether it can give two answers.</summary>
/// <remarks>
/// Sources: POSIX.1-2024, "test"; ShellCheck, SC2070, SC2077, SC2050. Tried with Bash 5.2, dash 0.5 and BusyBox 1.35: <c>[ -n ]</c> and <c>[ a=b ]</c> are true, <c>[ = "" ]</c> is an error.
/// </remarks>
internal static class ShellConditions
{
    private static readonly string[] Equality = ["=", "==", "!="];
    private static readonly string[] Signs = ["==", "!=", "="];
    private static readonly string[] Orders = ["-eq", "-ne", "-gt", "-lt", "-ge", "-le"];

    public static IReadOnlyList<ShellCondition> Link(Deployment deployment) =>
        [
            .. from text in deployment.Commands.GroupBy(site => site.Variables)
            let sites = text.ToList()
            from at in Enumerable.Range(0, sites.Count)
            where sites[at].Command.Program is "[" or "[[" or "test"
            let condition = Of(sites[at], at > 0 ? sites[at - 1] : null)
            where condition is not null
            select condition,
        ];

    /// <summary>Null for questions of another kind, such as whether a file exists.</summary>
    private static ShellCondition? Of(CommandSite site, CommandSite? before)
    {
        var command = site.Command;
        var words = Operands(command);
        var isNegated = words is [{ Literal: "!" }, _, ..];
        words = isNegated ? [.. words.Skip(1)] : words;
        var found = words switch
        {
            [{ Literal: "-n" }, var value] when command.Program != "[[" && IsBare(value) => new ShellCondition(site)
            {
                Because = $"`{value.Raw}` has no quotes, and an empty value leaves `[ -n ]`",
                Answer = true,
                Remedy = $"Write `-n \"{value.Raw}\"`",
            },
            [var only] when Joined(only) is { } sign => new ShellCondition(site)
            {
                Because = $"`{only.Raw}` has no blanks around `{sign}` and is one word, which is not empty",
                Answer = true,
                Remedy = $"Put a blank on either side of `{sign}`",
            },
            // With a `!` in front the shell compares that with nothing, which comes out right.
            [var value, { Literal: "=" or "==" }, { Literal: "" }] when command.Program != "[[" && !isNegated && IsBare(value) =>
                new ShellCondition(site)
                {
                    Because = $"`{value.Raw}` has no quotes, and an empty value is an error of `[`",
                    Answer = false,
                    Remedy = $"Write `[ -z \"{value.Raw}\" ]`",
                },
            [{ Literal: { } left }, { Literal: { } sign }, { Literal: { } right }]
                when Equality.Contains(sign) && left != right && IsText(left) && IsText(right) => new ShellCondition(site)
            {
                Because = $"`{left}` and `{right}` are both written out",
                Answer = sign == "!=",
                Remedy = $"Put a dollar sign in front of the variable",
            },
            _ => before is not null ? OfStatus(site, words, before) : null,
        };
        return found is null
            ? IsOfValue(words)
                ? new ShellCondition(site)
                : null
            : isNegated
                ? found with
                {
                    Answer = !found.Answer,
                }
                : found;
    }

    /// <summary>It asks for a value: whether it is empty, or equals another.</summary>
    private static bool IsOfValue(IReadOnlyList<ShellWord> words) =>
        words is [{ Literal: "-n" or "-z" }, _] or [_] || (words is [_, { Literal: { } sign }, _] && Equality.Contains(sign));

    /// <summary>Without the program and its closing bracket.</summary>
    private static IReadOnlyList<ShellWord> Operands(ShellCommand command) =>
        command.Program == "test" ? [.. command.Arguments]
        : command.Words[^1].Literal is "]" or "]]" ? [.. command.Arguments.SkipLast(1)]
        : [];

    /// <summary>One expansion without quotes: it is no word at all when it is empty.</summary>
    private static bool IsBare(ShellWord word) => word.Parts is [{ Kind: not ShellPartKind.Literal }] && word.Raw is ['$' or '`', ..];

    /// <summary>The sign of a comparison inside of a single word: <c>"$BRANCH"="main"</c>.</summary>
    private static string? Joined(ShellWord word) =>
        word.Parts is [{ Kind: not ShellPartKind.Literal }, { Kind: ShellPartKind.Literal, Text: ['=' or '!', ..] text }, ..]
            ? Array.Find(Signs, sign => text.StartsWith(sign, StringComparison.Ordinal))
            : null;

    // What a template fills in has other letters, and two numbers are on purpose.
    private static bool IsText(string word) =>
        word.Length > 1
        && char.IsAsciiLetter(word[0])
        && word.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '/' or '.');

    /// <summary><c>$?</c> behind a command that always succeeds.</summary>
    private static ShellCondition? OfStatus(CommandSite site, IReadOnlyList<ShellWord> words, CommandSite before) =>
        words is [{ Parts: [{ Kind: ShellPartKind.Variable, Text: "?" }] }, { Literal: { } sign }, { Literal: "0" }]
        && (Equality.Contains(sign) || Orders.Contains(sign))
        && site.Command.Joint == ";"
        && AlwaysSucceeds(before.Command)
        && before.Command.Function == site.Command.Function
        && before.Command.IsConditional == site.Command.IsConditional
            ? new ShellCondition(site)
            {
                Because = $"`$?` is the status of `{before.Command.Text}`, which never fails",
                Answer = sign is "=" or "==" or "-eq" or "-le" or "-ge",
                Remedy = "Ask for the status right after the command that may fail: `if COMMAND; then`",
                Asked = before.Span,
            }
            : null;

    // In a chain with && the status is that of an earlier command; a file may refuse what is written.
    private static bool AlwaysSucceeds(ShellCommand command) =>
        command.Program is "echo" or "printf" or "true" or ":"
        && command is { Joint: ";" or "||", IsBackground: false, IsInSubstitution: false, IsCondition: false, Loop: null }
        && command.Redirects.All(redirect => redirect.Target.Literal is "/dev/null" or "1" or "2" or "&1" or "&2");
}
