using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Files;

/// <summary>What to change so that the tool takes the file: the cause in all its places, and what else it refuses there.</summary>
internal static class FileRemedy
{
    private const int MostPlaces = 9;

    public static string Of(IReadOnlyList<Problem> cause, ReadFile subject)
    {
        var first = cause[0];
        var alike = cause.Where(problem => problem.Message == first.Message).ToList();
        // Where the text tells what was meant, it tells it of these alone; else the rest may follow from the first.
        return Own(first, Places(alike.Select(problem => problem.Span))) + Besides(first.Remedy is null ? cause : alike, subject);
    }

    /// <summary>What else the tool refuses, or hands on to what refuses it: without it the first remedy alone changes nothing.</summary>
    public static string Besides(IReadOnlyList<Problem> told, ReadFile subject)
    {
        var places = told.SelectMany(one => new[] { one.Span.Start, one.Related?.Start }).OfType<int>().ToHashSet();
        var others = subject.Problems.Where(problem => Stops(problem) && !places.Contains(problem.Span.Start)).ToList();
        var what = others.TrueForAll(subject.IsRefusedFor) ? "it refuses" : "is wrong";
        return others.Count > 0 && told.Any(Stops)
            ? $" Put right as well what {what} in {Places(others.Select(problem => problem.Span))}."
            : "";

        bool Stops(Problem problem) => problem.IsHandedOn || subject.IsRefusedFor(problem);
    }

    private static string Own(Problem problem, string places) =>
        problem switch
        {
            { Remedy: { } told } => $"{told} ({places}).",
            { Kind: ProblemKind.Syntax } =>
                $"Correct {places}; what breaks it may stand in the lines above, and more may be wrong below, which is read only then.",
            { Kind: ProblemKind.UnknownKey } => $"Delete it in {places}, or move it to where it belongs.",
            _ => $"Correct {places}.",
        };

    private static string Places(IEnumerable<SourceSpan> spans) =>
        NameList.Of([.. spans.Select(span => span.ToString()).Distinct(StringComparer.Ordinal)], MostPlaces);
}
