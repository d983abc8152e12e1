using System.Globalization;
using Seaworthy.Engine.Planning;
using Seaworthy.Engine.Scoring;

namespace Seaworthy.Engine.Reporting;

/// <summary>Score and plan in the words that people read, the same in a terminal and in a document.</summary>
public static class ScoreText
{
    private const int UnjudgedShown = 5;

    /// <summary><c>Maturity: automated. To reach safeguarded: run tests in the pipeline.</c></summary>
    public static string Stage(Maturity maturity) =>
        maturity.Next is { } next
            ? $"Maturity: {Words.Of(maturity.Stage)}. To reach {Words.Of(next)}: {string.Join(", ", maturity.Wanting)}."
            : $"Maturity: {Words.Of(maturity.Stage)}, the last stage.";

    /// <summary><c>4.0 of 10: not ready, deployment risk critical</c>; <c>No score (1 file is not judged): not ready</c>.</summary>
    public static string Headline(Score score)
    {
        var risk = score.Risk is { } known ? $", deployment risk {Words.Of(known)}" : "";
        return score.Total is { } total ? $"{Number(total)} of 10: {Answer(score)}{risk}"
            : score.Unjudged.Count > 0
                ? $"No score ({Whole(score.Unjudged.Count)} {(score.Unjudged.Count == 1 ? "file is" : "files are")} not judged): {Answer(score)}{risk}"
            : score.Readiness == Readiness.NotEnoughToJudge ? $"No score: not enough to judge{risk}"
            : $"No score (not enough to judge): {Answer(score)}{risk}";
    }

    /// <summary>Why there is no number, with quoted paths: <c>Harm not known: compose.yaml is empty; Dockerfile is hidden from git by .gitignore:3.</c> Null where every file is judged.</summary>
    public static string? Unjudged(Score score)
    {
        if (score.Unjudged.Count == 0)
        {
            return null;
        }

        var shown = score.Unjudged.Take(UnjudgedShown).Select(file => $"{file.Path} {file.Why}");
        var more = score.Unjudged.Count > UnjudgedShown ? $"; {Whole(score.Unjudged.Count - UnjudgedShown)} more" : "";
        return $"Harm not known: {string.Join("; ", shown)}{more}.";
    }

    /// <summary>What the score rests on.</summary>
    public static string Basis(Score score) =>
        score.Judged + score.Unknown == 0
            ? "The files give nothing to judge."
            : $"The files decide {Percent(score.Coverage)} of what was asked: {Whole(score.Judged)} judgements in {score.Areas.Count(area => area.Judged > 0)} of {score.Areas.Count} areas.";

    public static string Number(decimal? value) => value?.ToString("0.0", CultureInfo.InvariantCulture) ?? "–";

    /// <summary>What fixing a finding alone wins; where others hold the whole down, what its area wins.</summary>
    public static string Gain(PlannedFinding planned)
    {
        ArgumentNullException.ThrowIfNull(planned);
        var area = $"{Words.Plain(Words.Of(planned.Finding.Rule.Area))} {Signed(planned.Gain.Area)}";
        return (planned.Gain.Total, planned.Gain.Area) switch
        {
            (0, 0) => "none alone",
            (0, _) => area,
            var (total, _) => $"{Signed(total)} in all, {area}",
        };
    }

    /// <summary>With its sign: <c>+1.5</c>, <c>0</c>.</summary>
    public static string Signed(decimal gain) => gain == 0 ? "0" : gain.ToString("+0.0;-0.0", CultureInfo.InvariantCulture);

    public static string Percent(decimal share) => (share * 100).ToString("0", CultureInfo.InvariantCulture) + " %";

    public static string Answer(Score score) => Words.Plain(Words.Of(score.Readiness));

    /// <summary>For a heading: <c>This week</c>.</summary>
    public static string Title(Term term) => Words.Capital(Words.Plain(Words.Of(term)));

    /// <summary>How many findings take how long: <c>3 within minutes, 1 within hours</c>.</summary>
    public static string Efforts(Phase phase) =>
        string.Join(
            ", ",
            Enum.GetValues<Effort>()
                .Where(effort => phase.Count(effort) > 0)
                .Select(effort => $"{Whole(phase.Count(effort))} within {(effort == Effort.Day ? "a day" : Words.Of(effort))}")
        );

    /// <summary>The blockers that are reported one by one, and how many are not: at most a screen in all.</summary>
    public static (IEnumerable<Blocker> Shown, int More) Blockers(Plan plan)
    {
        var shown = plan.Blockers.Count <= Plan.BlockersShown ? plan.Blockers.Count : Plan.BlockersShown - 1;
        return (plan.Blockers.Take(shown), plan.Blockers.Count - shown);
    }

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);
}
