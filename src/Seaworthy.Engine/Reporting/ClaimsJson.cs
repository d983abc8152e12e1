using System.Text.Json;
using Seaworthy.Engine.Claims;

namespace Seaworthy.Engine.Reporting;

/// <summary>The answers to claims as JSON.</summary>
public static class ClaimsJson
{
    public const string Schema = "seaworthy-claims/1";

    /// <summary>A command that floods does not make a report of megabytes.</summary>
    internal const int MostOfReport = 200;

    /// <param name="answers">One for each claim, in the order of the claims.</param>
    /// <param name="rest">Passages of a report that name no file.</param>
    /// <param name="output">Where to.</param>
    public static void Write(IReadOnlyList<ClaimAnswer> answers, IReadOnlyList<string> rest, Stream output)
    {
        using Utf8JsonWriter json = new(output, JsonWriting.Options);
        json.WriteStartObject();
        json.WriteString("schema", Schema);
        JsonReport.WriteTool(json);
        WriteSummary(json, answers);
        json.WriteObjects("answers", answers, Write);
        json.WriteStartArray("notUnderstood");
        foreach (var passage in rest)
        {
            json.WriteStringValue(Quote.Text(passage));
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>The claims of <c>--with</c> as a part of a report: all are counted, the first of them shown.</summary>
    internal static void WritePart(Utf8JsonWriter json, IReadOnlyList<ClaimAnswer> answers)
    {
        json.WriteStartObject("claims");
        WriteSummary(json, answers);
        json.WriteObjects("answers", answers.Take(MostOfReport), Write);
        json.WriteEndObject();
    }

    private static void WriteSummary(Utf8JsonWriter json, IReadOnlyList<ClaimAnswer> answers)
    {
        json.WriteStartObject("summary");
        foreach (var verdict in Enum.GetValues<ClaimVerdict>())
        {
            json.WriteNumber(Words.Of(verdict), answers.Count(answer => answer.Verdict == verdict && answer.SameAs is null));
        }

        json.WriteNumber("duplicates", answers.Count(answer => answer.SameAs is not null));
        json.WriteEndObject();
    }

    public static string Word(PlaceState state) =>
        state switch
        {
            PlaceState.Holds => "holds",
            PlaceState.Moved => "another line",
            PlaceState.NotQuoted => "does not say so",
            PlaceState.NoLine => "no such line",
            _ => "no such file",
        };

    private static void Write(Utf8JsonWriter json, ClaimAnswer answer)
    {
        json.WriteOptional("id", answer.Claim.Id is { } id ? Quote.Text(id) : null);
        json.WriteString("kind", answer.Claim.Kind.Name);
        json.WriteString("text", Quote.Text(answer.Claim.Text));
        json.WriteString("verdict", Words.Of(answer.Verdict));
        json.WriteString("because", Quote.Text(answer.Because));
        json.WriteOptional("severity", answer.Severity is { } severity ? Words.Of(severity) : null);
        json.WriteOptional("rule", answer.Finding?.Rule.Id);
        json.WriteOptional("finding", answer.Finding?.Id);
        if (answer.At is { } at)
        {
            json.WriteString("at", at.ToString());
        }

        if (answer.SameAs is { } same)
        {
            json.WriteNumber("sameAs", same);
        }

        json.WriteObjects("places", answer.Places, Write);
    }

    private static void Write(Utf8JsonWriter json, CheckedPlace place)
    {
        json.WriteString("path", Quote.Text(place.Place.Path));
        if ((place.Span?.StartLine ?? place.Place.Line) is { } line)
        {
            json.WriteNumber("line", line);
        }

        json.WriteString("state", Word(place.State));
    }
}
