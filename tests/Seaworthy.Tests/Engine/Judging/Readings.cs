namespace Seaworthy.Tests.Engine.Judging;

/// <summary>What was read of real repositories (tests/Seaworthy.Corpus/readings.tsv): the judgements of each rule.</summary>
internal static class Readings
{
    private const int Rule = 2;
    private const int Judgement = 4;

    public static ILookup<string, string> ByRule() =>
        File.ReadLines(Path.Combine(RepositoryRoot.Path, "tests", "Seaworthy.Corpus", "readings.tsv"))
            .Where(line => line is not ['#', ..])
            .Select(line => line.Split('\t'))
            .ToLookup(fields => fields[Rule], fields => fields[Judgement]);
}
