namespace Seaworthy.Model;

/// <summary>Time and steps that one relation took. Reports leave it out, because it differs on each run.</summary>
/// <param name="Name">What its links are.</param>
/// <param name="Asker">Who asked for it first: a rule, or another relation.</param>
/// <param name="Took">From the first question to the answer.</param>
/// <param name="Own">What remains of that without the relations for which it asked in turn.</param>
/// <param name="Links">How many were found.</param>
public sealed record RelationRun(string Name, string Asker, TimeSpan Took, TimeSpan Own, int Links);
