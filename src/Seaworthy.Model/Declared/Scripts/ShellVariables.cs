using System.Runtime.CompilerServices;
using System.Text;

namespace Seaworthy.Model.Declared.Scripts;

/// <summary>The variables of a script whose value the script alone decides: every assignment is literal, unconditional, and the same.</summary>
public sealed class ShellVariables
{
    // A value may ask for another many times, and that for a third.
    private const int MaxLength = 10_000;

    private static readonly ConditionalWeakTable<IReadOnlyList<ShellCommand>, ShellVariables> Known = [];

    private readonly Dictionary<string, string?> values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> defaults = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<ShellWord>> arrays = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HeldProgram> programs = new(StringComparer.Ordinal);

    private ShellVariables() { }

    /// <summary>The same of a whole text, of which each command asks.</summary>
    public static ShellVariables OfText(IReadOnlyList<ShellCommand> commands) => Known.GetValue(commands, Of);

    public static ShellVariables Of(IEnumerable<ShellCommand> commands)
    {
        ShellVariables variables = new();
        foreach (var command in commands)
        {
            variables.Learn(command);
        }

        return variables;
    }

    /// <summary>The value of a variable, or null when it depends on anything outside the script.</summary>
    public string? this[string name] => values.GetValueOrDefault(name);

    /// <summary>The value of a word after expanding its variables; null when a part is unknown.</summary>
    public string? Value(ShellWord word) => Value(word, assumesDefaults: false);

    /// <summary>Where a path begins of which only the last part is computed: <c>services</c> of <c>$ROOT/$name</c>; null when it is not known.</summary>
    public string? Directory(ShellWord word)
    {
        var end = word.Parts.Count;
        while (end > 0 && Value(word with { Literal = null, Parts = [.. word.Parts.Take(end)] }) is null)
        {
            end--;
        }

        return
            end > 0
            && Value(word with { Literal = null, Parts = [.. word.Parts.Take(end)] }) is { } text
            && text.LastIndexOf('/') is > 0 and var slash
            ? text[..slash]
            : null;
    }

    /// <summary>As <see cref="Value(ShellWord)"/>, for the case that nobody sets the variables that have a default: <c>${TAG:-latest}</c>.</summary>
    public string? DefaultValue(ShellWord word) => Value(word, assumesDefaults: true);

    /// <summary>The command with every word literal whose value is known: <c>$COMPOSE up</c> becomes <c>docker compose -f a.yml up</c>. Places stay those of the words as written.</summary>
    public ShellCommand Resolve(ShellCommand command) =>
        command.Words.All(word => word.Literal is not null) && command.Redirects.All(redirect => redirect.Target.Literal is not null)
            ? command
            : command with
            {
                Words = [.. command.Words.SelectMany(Resolve)],
                Redirects = [.. command.Redirects.Select(Resolve)],
            };

    /// <summary>The command with arrays written out, as <c>helm "${ARGS[@]}"</c> runs it when every line that may add to the array does.</summary>
    public ShellCommand Spread(ShellCommand command) =>
        command.Words.Any(word => ArrayOf(word) is not null)
            ? command with
            {
                Words = [.. command.Words.SelectMany(word => ArrayOf(word) ?? [word])],
            }
            : command;

    /// <summary>The command with the program that a variable holds: <c>$COMPOSE up -d</c> becomes <c>docker compose up -d</c>. Places stay those of the words as written.</summary>
    public ShellCommand WithProgram(ShellCommand command)
    {
        var at = command.Words is [{ Literal: "sudo" or "exec" or "time" }, ..] ? 1 : 0;
        if (
            command.Words.Count <= at
            || command.Words[at] is not { Literal: null, Parts: [{ Kind: ShellPartKind.Variable } held] } word
            || programs.GetValueOrDefault(held.Text)?.Words is not { } words
            // In quotes it is one word, and no program has a blank in its name.
            || (word.Raw is not ['$', ..] && words.Count > 1)
        )
        {
            return command;
        }

        return command with
        {
            Words = [.. command.Words.Take(at), .. words.Select(text => Held(word, text)), .. command.Words.Skip(at + 1)],
        };
    }

    private List<ShellWord>? ArrayOf(ShellWord word) =>
        word.Parts is [{ Kind: ShellPartKind.Substitution, Text: ['$', '{', .. var name, '[', '@' or '*', ']', '}'] }]
            ? arrays.GetValueOrDefault(name)
            : null;

    private IEnumerable<ShellWord> Resolve(ShellWord word)
    {
        if (word.Literal is not null || Value(word) is not { } value)
        {
            return [word];
        }

        // Without quotes the shell splits what a variable holds.
        string[] values =
            word.Raw is ['$', ..] && word.Parts.Count == 1 ? value.Split(' ', StringSplitOptions.RemoveEmptyEntries) : [value];
        return values.Select(text => Written(word, text));
    }

    private ShellRedirect Resolve(ShellRedirect redirect) =>
        Value(redirect.Target) is { } value ? redirect with { Target = Written(redirect.Target, value) } : redirect;

    private static ShellWord Written(ShellWord word, string text) =>
        word with
        {
            Literal = text,
            Parts = [new ShellPart(ShellPartKind.Literal, text)],
        };

    private static ShellWord Held(ShellWord word, string text) =>
        text.IndexOf(HeldProgram.Computed, StringComparison.Ordinal) is >= 0 and var end
            ? word with
            {
                Parts =
                [
                    .. end > 0 ? [new ShellPart(ShellPartKind.Literal, text[..end])] : Array.Empty<ShellPart>(),
                    new ShellPart(ShellPartKind.Substitution, word.Raw),
                ],
            }
            : Written(word, text);

    private string ValueOrComputed(ShellPart part) =>
        part.Kind switch
        {
            ShellPartKind.Literal => part.Text,
            ShellPartKind.Variable => values.GetValueOrDefault(part.Text),
            _ => null,
        } ?? HeldProgram.Computed.ToString();

    private string? Value(ShellWord word, bool assumesDefaults)
    {
        if (word.Literal is { } literal || word.IsPattern)
        {
            return word.Literal;
        }

        StringBuilder text = new();
        foreach (var part in word.Parts)
        {
            var value = part.Kind switch
            {
                ShellPartKind.Literal => part.Text,
                ShellPartKind.Variable => values.GetValueOrDefault(part.Text)
                    ?? (assumesDefaults ? defaults.GetValueOrDefault(part.Text) ?? LiteralDefault(part) : null),
                _ => null,
            };
            if (value is null || text.Length + value.Length > MaxLength + word.Raw.Length)
            {
                return null;
            }

            text.Append(value);
        }

        return text.ToString();
    }

    private void Learn(ShellCommand command)
    {
        // In front of a program an assignment holds for that program alone.
        var isLasting = command.Words.Count == 0 || command.Program is "export" or "readonly" or "local" or "declare" or "typeset";
        foreach (var assignment in command.Assignments)
        {
            if (isLasting && assignment.Value is { } word)
            {
                if (word.Parts is [{ Elements: { Count: > 0 } elements }])
                {
                    arrays.TryAdd(assignment.Name, []);
                    arrays[assignment.Name].AddRange(elements);
                }

                LearnProgram(assignment.Name, word);
                Learn(assignment.Name, word, command.IsConditional || command.Function is not null);
            }
        }

        if (command.Program is "read" or "unset")
        {
            foreach (var name in command.Arguments)
            {
                values[name.Literal ?? ""] = null;
                programs[name.Literal ?? ""] = HeldProgram.Unknown;
            }
        }
    }

    /// <summary>Whatever branch is taken: the value is kept as long as all of them mean the same program.</summary>
    private void LearnProgram(string name, ShellWord word)
    {
        var text = word.Parts is [{ Kind: ShellPartKind.Variable } own]
            ? LiteralDefault(own)
            : Value(word) ?? string.Concat(word.Parts.Select(ValueOrComputed));
        if (text is not "")
        {
            var held = HeldProgram.Of(text);
            programs[name] = programs.TryGetValue(name, out var known) ? known.Or(held) : held;
        }
    }

    private void Learn(string name, ShellWord word, bool isUncertain)
    {
        if (
            word.Parts is [{ Kind: ShellPartKind.Variable } own]
            && LiteralDefault(own) is { } fallback
            && !isUncertain
            && !values.ContainsKey(name)
        )
        {
            defaults[name] = fallback;
        }

        var value = isUncertain ? null : Value(word);
        values[name] = values.TryGetValue(name, out var known) && known != value ? null : value;
    }

    private static string? LiteralDefault(ShellPart part) =>
        part.Default is { } text && !text.AsSpan().ContainsAny("$`\\'\"") ? text : null;
}
