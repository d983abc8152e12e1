using System.Text.Json;
using Seaworthy.Engine.Importing;
using Seaworthy.Engine.Reporting;

namespace Seaworthy.Engine.Claims;

/// <summary>Claims as JSON: <c>{"claims": [{"kind": "path-missing", "text": "…", "places": [{"path": "Dockerfile", "line": 7, "quote": "COPY …"}], "values": ["…"]}]}</c>.</summary>
public static class ClaimFile
{
    internal const int MostClaims = 2_000;
    internal const int MostOfOne = 50;
    internal const int LongestText = 2_000;
    internal const int LongestPath = 1_000;
    internal const int LongestId = 200;

    /// <param name="bytes">The file.</param>
    /// <param name="fault">What is wrong with it; empty when nothing is.</param>
    public static IReadOnlyList<Claim>? Read(ReadOnlyMemory<byte> bytes, out string fault) =>
        JsonFile.Read<IReadOnlyList<Claim>>(bytes, Of, out fault);

    private static List<Claim>? Of(JsonElement root, out string fault)
    {
        fault = "";
        var list = root.ValueKind == JsonValueKind.Array ? root : root.Member("claims") ?? default;
        if (list.ValueKind != JsonValueKind.Array)
        {
            fault = "it has no list \"claims\"";
            return null;
        }

        if (list.GetArrayLength() > MostClaims)
        {
            fault = $"it has more than {MostClaims} claims";
            return null;
        }

        List<Claim> claims = [];
        foreach (var element in list.EnumerateArray())
        {
            if (ClaimOf(element, $"claim {claims.Count + 1}", out fault) is not { } claim)
            {
                return null;
            }

            claims.Add(claim);
        }

        return claims;
    }

    private static Claim? ClaimOf(JsonElement element, string which, out string fault)
    {
        fault = "";
        var name = element.Text("kind") ?? ClaimKinds.Other.Name;
        if (ClaimKinds.Find(name) is not { } kind)
        {
            fault = $"{which} has the unknown kind '{name}': use one of {string.Join(", ", ClaimKinds.All.Select(known => known.Name))}";
            return null;
        }

        if (element.Text("text") is not { Length: > 0 and <= LongestText } text)
        {
            fault = $"{which} has no \"text\" of at most {LongestText} characters";
            return null;
        }

        var places = element.Items("places").Take(MostOfOne).Select(PlaceOf).ToList();
        if (places.Count == 0 || places.Contains(null))
        {
            fault = $"{which} needs \"places\", each with a \"path\" of at most {LongestPath} characters";
            return null;
        }

        var values = element.Items("values").Take(MostOfOne).Where(value => value.ValueKind == JsonValueKind.String);
        return new Claim(
            kind,
            text,
            [.. places.OfType<ClaimPlace>()],
            [.. values.Select(value => value.GetString() ?? "").Where(value => value.Length > 0)]
        )
        {
            Id = element.Text("id") is { Length: <= LongestId } id ? id : null,
            Rule = element.Text("rule"),
            Severity = Words.SeverityOf(element.Text("severity")),
        };
    }

    private static ClaimPlace? PlaceOf(JsonElement element) =>
        element.Text("path") is { Length: > 0 and <= LongestPath } path
            ? new ClaimPlace(path, element.Number("line") is > 0 and var line ? line : null, element.Text("quote"))
            : null;
}
