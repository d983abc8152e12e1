using Xunit;

namespace Seaworthy.Tests.Engine.Judging;

/// <summary>The readings are what their page says, and the counts that the product has of them are up to date.</summary>
public sealed class ReadingsTests
{
    private const string Counts = "src/Seaworthy.Engine/Judging/readings.tsv";

    [Fact]
    public void The_counts_are_those_of_the_readings()
    {
        var written = File.ReadLines(Path.Combine(RepositoryRoot.Path, Counts)).Where(line => line is not ['#', ..]);

        Assert.Equal(Readings.Counts(), written);
    }

    [Fact]
    public void Every_row_has_a_rule_a_kind_a_place_and_words_that_the_page_explains()
    {
        var odd = Readings
            .All()
            .Where(reading =>
                reading.Repository.Count(letter => letter == '/') != 1
                || reading.Commit.Length != 12
                || reading.Rule.Length == 0
                || reading.Kind.Length == 0
                || !reading.Place.Contains(':', StringComparison.Ordinal)
                || reading.Judgement is not ("true" or "idle" or "remedy" or "wrong")
                || reading.Judgement == "true" != (reading.Cause.Length == 0)
                || reading.Cause is not ("" or "fixed" or "stands" or "unknown")
            );

        Assert.Empty(odd);
    }
}
