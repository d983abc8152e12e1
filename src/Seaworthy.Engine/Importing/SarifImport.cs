using System.Text.Json;

namespace Seaworthy.Engine.Importing;

/// <summary>Reads what another tool found. The file may come from anywhere: it is bounded in depth, number and length, and what is malformed is left out.</summary>
/// <remarks>Source: OASIS, Static Analysis Results Interchange Format (SARIF) 2.1.0 plus Errata 01.</remarks>
public static class SarifImport
{
    public const int MostResults = 20_000;

    /// <summary>Null for what is no SARIF, with the reason.</summary>
    public static ImportedLog? Read(string name, ReadOnlyMemory<byte> bytes, out string fault)
    {
        // Tools on Windows begin with the mark of the encoding.
        var content = bytes.Span.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? bytes[3..] : bytes;
        return JsonFile.Read<ImportedLog>(
            content,
            (root, out why) =>
            {
                why =
                    root.ValueKind != JsonValueKind.Object || root.Member("runs")?.ValueKind != JsonValueKind.Array
                        ? "it is no SARIF: it has no list \"runs\""
                    : root.Text("version") is not "2.1.0" ? $"its \"version\" is '{root.Text("version")}', and 2.1.0 is read"
                    : "";
                return why.Length == 0 ? Of(name, [.. root.Items("runs")]) : null;
            },
            out fault
        );
    }

    private static ImportedLog Of(string name, IReadOnlyList<JsonElement> runs)
    {
        List<ImportedResult> results = [];
        var (accepted, tooMany) = (0, 0);
        foreach (var run in runs)
        {
            SarifRun read = new(run);
            foreach (var result in run.Items("results").Where(SarifRun.IsFinding))
            {
                if (SarifRun.IsAccepted(result))
                {
                    accepted++;
                }
                else if (results.Count >= MostResults)
                {
                    tooMany++;
                }
                else if (read.Result(result) is { } finding)
                {
                    results.Add(finding);
                }
            }
        }

        return new ImportedLog(name, results) { Accepted = accepted, TooMany = tooMany };
    }
}
