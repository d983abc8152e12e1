namespace Seaworthy.Model.Declared.Scripts.Commands;

/// <summary>How a program reads its options.</summary>
/// <param name="WithValue">The options that take a value, in every spelling, separated by blanks; all others are flags. A question mark behind the name: the value may be left out.</param>
public sealed record OptionGrammar(string WithValue)
{
    private readonly HashSet<string> names = new(NamesIn(WithValue), StringComparer.Ordinal);

    /// <summary>Options end at the first operand: what follows belongs to another program (<c>docker run image …</c>).</summary>
    public bool EndsAtOperand { get; init; }

    /// <summary>Long options have one dash (<c>-var-file x</c>, <c>-jar x</c>): letters are never a cluster.</summary>
    public bool HasSingleDash { get; init; }

    /// <summary>The names of a list, which stand between blanks.</summary>
    public static string[] NamesIn(string list) => list.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries);

    public bool TakesValue(string name) => names.Contains(name);

    /// <summary>Takes the next word only when that is no option itself.</summary>
    public bool TakesOptionalValue(string name) => names.Contains(name + "?");
}
