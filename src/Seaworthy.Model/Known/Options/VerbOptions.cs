namespace Seaworthy.Model.Known.Options;

/// <summary>The options that a tool takes with a verb, in every release whose reference was read.</summary>
/// <param name="Verb">One word or two: <c>upgrade</c>, <c>rollout status</c>; empty for the options of every verb.</param>
/// <param name="WithValue">Those that take a value, between blanks.</param>
/// <param name="Flags">All others.</param>
internal sealed record VerbOptions(string Verb, string WithValue, string Flags)
{
    /// <summary>What follows the first operand belongs to another program: <c>docker run IMAGE …</c>.</summary>
    public bool EndsAtOperand { get; init; }
}
