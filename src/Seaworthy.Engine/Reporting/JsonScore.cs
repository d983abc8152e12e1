using System.Text.Json;
using Seaworthy.Engine.Scoring;
using Seaworthy.Model.Source;

namespace Seaworthy.Engine.Reporting;

/// <summary>The score as JSON; what was not judged has no number.</summary>
internal static class JsonScore
{
    public static void Write(Utf8JsonWriter json, Score score)
    {
        json.WriteStartObject("score");
        WriteOptional(json, "total", score.Total);
        json.WriteNumber("coverage", score.Coverage + 0.00m);
        json.WriteString("verdict", Words.Of(score.Readiness));
        json.WriteOptional("risk", score.Risk is { } risk ? Words.Of(risk) : null);
        if (score.Unjudged.Count > 0)
        {
            json.WriteObjects("unjudged", score.Unjudged, WriteUnjudged);
        }

        json.WriteObjects("areas", score.Areas, WriteArea);
        json.WriteEndObject();
    }

    public static void WriteMaturity(Utf8JsonWriter json, Maturity? maturity)
    {
        if (maturity is not null)
        {
            json.WriteStartObject("maturity");
            json.WriteString("stage", Words.Of(maturity.Stage));
            json.WriteOptional("next", maturity.Next is { } next ? Words.Of(next) : null);
            json.WriteStrings("wanting", maturity.Wanting);
            json.WriteEndObject();
        }
    }

    public static void WriteOptional(Utf8JsonWriter json, string name, decimal? value)
    {
        if (value is { } number)
        {
            WritePoints(json, name, number);
        }
    }

    // One decimal always: 9.0, whatever it was calculated from.
    public static void WritePoints(Utf8JsonWriter json, string name, decimal points) => json.WriteNumber(name, points + 0.0m);

    private static void WriteUnjudged(Utf8JsonWriter json, UnjudgedFile file)
    {
        json.WriteString("path", file.Path);
        json.WriteString("because", file.Why);
    }

    private static void WriteArea(Utf8JsonWriter json, AreaScore area)
    {
        json.WriteString("area", Words.Of(area.Area));
        WriteOptional(json, "score", area.Value);
        json.WriteNumber("coverage", area.Coverage + 0.00m);
        json.WriteNumber("judged", area.Judged);
        json.WriteNumber("unknown", area.Unknown);
        json.WriteNumber("rulesJudged", area.RulesJudged);
        json.WriteNumber("rules", area.Rules);
    }
}
