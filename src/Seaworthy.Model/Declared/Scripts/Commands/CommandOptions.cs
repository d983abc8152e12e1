namespace Seaworthy.Model.Declared.Scripts.Commands;

/// <summary>Options and operands of a command line: <c>--name value</c>, <c>--name=value</c>, <c>-nvalue</c>, clusters of flags, <c>--</c>.</summary>
/// <remarks>Source: POSIX.1-2024, 12.2 "Utility Syntax Guidelines"; GNU C library, "Argument Syntax".</remarks>
public sealed class CommandOptions
{
    private readonly List<CommandOption> options = [];
    private readonly List<ShellWord> operands = [];

    private CommandOptions() { }

    public IReadOnlyList<CommandOption> Options => options;

    /// <summary>What is no option; for a grammar that ends at the first operand, that operand and all after it.</summary>
    public IReadOnlyList<ShellWord> Operands => operands;

    /// <summary>The operand at an index, or null.</summary>
    public ShellWord? this[int index] => index < operands.Count ? operands[index] : null;

    public static CommandOptions Read(IReadOnlyList<ShellWord> words, OptionGrammar grammar)
    {
        CommandOptions result = new();
        for (var index = 0; index < words.Count; index++)
        {
            var word = words[index];
            if (word.Literal == "--")
            {
                result.operands.AddRange(words.Skip(index + 1));
                break;
            }

            if (word.Prefix is not ['-', not '\0', ..])
            {
                result.operands.Add(word);
                if (grammar.EndsAtOperand)
                {
                    result.operands.AddRange(words.Skip(index + 1));
                    break;
                }
            }
            else if (word.Prefix.StartsWith("--", StringComparison.Ordinal) || grammar.HasSingleDash)
            {
                result.ReadLong(word, words, ref index, grammar);
            }
            else
            {
                result.ReadShort(word, words, ref index, grammar);
            }
        }

        return result;
    }

    public bool Has(params ReadOnlySpan<string> names)
    {
        foreach (var option in options)
        {
            if (names.Contains(option.Name))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>One of these flags is given, and not taken back by <c>--name=false</c>.</summary>
    public bool IsOn(params ReadOnlySpan<string> names)
    {
        foreach (var option in options)
        {
            if (names.Contains(option.Name) && option.Value?.Literal is not "false")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The value of the last of these options.</summary>
    public ShellWord? Value(params ReadOnlySpan<string> names) => Values(names) is [.., var last] ? last : null;

    public IReadOnlyList<ShellWord> Values(params ReadOnlySpan<string> names)
    {
        List<ShellWord> values = [];
        foreach (var option in options)
        {
            if (option.Value is { } value && names.Contains(option.Name))
            {
                values.Add(value);
            }
        }

        return values;
    }

    private void ReadLong(ShellWord word, IReadOnlyList<ShellWord> words, ref int index, OptionGrammar grammar)
    {
        var equals = word.Prefix.IndexOf('=', StringComparison.Ordinal);
        if (equals > 0)
        {
            options.Add(new CommandOption(word.Prefix[..equals], word.From(equals + 1), word));
            return;
        }

        var hasNext = word.Literal is not null && index + 1 < words.Count;
        var takes =
            hasNext
            && (grammar.TakesValue(word.Prefix) || (grammar.TakesOptionalValue(word.Prefix) && words[index + 1].Prefix is not ['-', ..]));
        options.Add(new CommandOption(word.Prefix, takes ? words[++index] : null, word));
    }

    private void ReadShort(ShellWord word, IReadOnlyList<ShellWord> words, ref int index, OptionGrammar grammar)
    {
        for (var at = 1; at < word.Prefix.Length; at++)
        {
            var name = "-" + word.Prefix[at];
            if (!grammar.TakesValue(name))
            {
                options.Add(new CommandOption(name, null, word));
                continue;
            }

            var isAttached = at + 1 < word.Prefix.Length || word.Literal is null;
            ShellWord? value =
                isAttached ? word.From(at + 1 + (at + 1 < word.Prefix.Length && word.Prefix[at + 1] == '=' ? 1 : 0))
                : index + 1 < words.Count ? words[++index]
                : null;
            options.Add(new CommandOption(name, value, word));
            return;
        }
    }
}
