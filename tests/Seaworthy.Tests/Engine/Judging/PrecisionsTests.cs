using Seaworthy.Engine.Judging;
using Seaworthy.Model.Source;
using Seaworthy.Rules;
using Xunit;

namespace Seaworthy.Tests.Engine.Judging;

/// <summary>What readings of real repositories say of a kind of verdict, and what becomes of a verdict of that kind.</summary>
public sealed class PrecisionsTests
{
    [Theory]
    [InlineData(8, 4)]
    [InlineData(20, 13)]
    public void A_kind_that_held_too_rarely_is_left_open(int counted, int held)
    {
        var weighed = Precisions.Weigh(Warning("containers/root-user", "dockerfile"), new Precision(counted, held));

        Assert.Equal(Outcome.Unknown, weighed.Outcome);
        Assert.Equal(Outcome.Warn, weighed.Adjustments.Single().From.Outcome);
        Assert.Equal("It is so.", weighed.Message);
    }

    [Fact]
    public void A_kind_that_nearly_always_held_stays_certain() =>
        Assert.Equal(Certainty.Certain, Precisions.Weigh(Warning("containers/root-user", "dockerfile")).Certainty);

    [Fact]
    public void A_kind_that_often_held_is_likely()
    {
        var kind = Kinds().First(kind => Precisions.Of(kind.Rule, kind.File).Percent is >= 70 and < 95);

        var weighed = Precisions.Weigh(Warning(kind.Rule, kind.File));

        Assert.Equal((Outcome.Warn, Certainty.Likely), (weighed.Outcome, weighed.Certainty));
    }

    [Fact]
    public void Too_few_readings_say_nothing() => Assert.Null(Precisions.Of("no/such-rule", "compose").Percent);

    /// <summary>The rows were classified by the names of their files, from which the kind of a new verdict must be told in the same way.</summary>
    [Fact]
    public void Kinds_of_files_are_those_of_the_readings()
    {
        var rows = Readings
            .All()
            .Select(reading => new Row(reading.Kind.Split('/')[0], FileKind.Of(reading.Place[..reading.Place.LastIndexOf(':')])))
            .ToList();

        var other = rows.Where(row => row.Written != row.Told).CountBy(row => row).OrderByDescending(same => same.Value).ToList();

        Assert.True(
            other.Sum(same => same.Value) * 33 < rows.Count,
            string.Join('\n', other.Take(12).Select(same => $"{same.Key.Written} told as {same.Key.Told}: {same.Value}"))
        );
    }

    private static IEnumerable<Kind> Kinds()
    {
        var ours = AllRules.List.Select(rule => rule.Info.Id).ToHashSet(StringComparer.Ordinal);
        return Readings
            .All()
            .Select(reading => new Kind(reading.Rule, reading.Kind.Split('/')[0]))
            .Distinct()
            .Where(kind => ours.Contains(kind.Rule) && FileKind.Of(PathOf(kind.File)) == kind.File);
    }

    private static Verdict Warning(string rule, string kind) =>
        Verdict
            .Of(
                AllRules.List.First(candidate => candidate.Info.Id == rule).Info,
                Outcome.Warn,
                new SourceFile(PathOf(kind), "services:").Whole,
                "It is so."
            )
            .As(Certainty.Certain);

    private static string PathOf(string kind) =>
        kind switch
        {
            "compose" => "compose.yaml",
            "dockerfile" => "Dockerfile",
            "kubernetes" => "k8s/app.yaml",
            "workflow" => ".github/workflows/ci.yml",
            "javascript" => "src/app.js",
            "env" => ".env",
            "npm" => "package.json",
            _ => $"file.{kind}",
        };

    private sealed record Row(string Written, string Told);

    private sealed record Kind(string Rule, string File);
}
