namespace Seaworthy.Tests.Engine.Judging;

/// <summary>A verdict about a repository that a person read against the files, a row of tests/Seaworthy.Corpus/readings.tsv.</summary>
/// <param name="Kind">The kind of file at its place, and the branch of the rule where that is known: <c>compose/no-tag</c>.</param>
/// <param name="Judgement"><c>true</c>, <c>idle</c>, <c>remedy</c> or <c>wrong</c>.</param>
/// <param name="Cause">Of what is not true: <c>fixed</c>, <c>stands</c> or <c>unknown</c>; empty where it is true.</param>
internal sealed record Reading(string Repository, string Commit, string Rule, string Kind, string Place, string Judgement, string Cause)
{
    public bool IsRefuted => Judgement is "wrong" or "remedy";
}
