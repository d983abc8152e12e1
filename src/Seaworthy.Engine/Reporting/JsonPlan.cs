using System.Text.Json;
using Seaworthy.Engine.Planning;

namespace Seaworthy.Engine.Reporting;

/// <summary>The plan as JSON: findings are named by their ids.</summary>
internal static class JsonPlan
{
    public static void Write(Utf8JsonWriter json, Plan plan, IReadOnlyList<SuccessMeasure> measures)
    {
        json.WriteStartObject("plan");
        json.WriteStrings("blockers", plan.Blockers.Select(blocker => blocker.Finding.Id));
        json.WriteObjects("phases", plan.Phases, WritePhase);
        json.WriteObjects("successMeasures", measures, WriteMeasure);
        json.WriteEndObject();
    }

    private static void WriteMeasure(Utf8JsonWriter json, SuccessMeasure measure)
    {
        json.WriteString("what", measure.What);
        json.WriteString("target", measure.Target);
    }

    /// <summary>What a finding carries of the plan; nothing for one that needs no fixing.</summary>
    public static void WriteFinding(Utf8JsonWriter json, PlannedFinding? planned)
    {
        if (planned is null)
        {
            return;
        }

        json.WriteString("priority", Words.Of(planned.Priority));
        json.WriteString("effort", Words.Of(planned.Effort));
        json.WriteStartObject("gain");
        JsonScore.WritePoints(json, "total", planned.Gain.Total);
        JsonScore.WritePoints(json, "area", planned.Gain.Area);
        json.WriteEndObject();
    }

    private static void WritePhase(Utf8JsonWriter json, Phase phase)
    {
        json.WriteString("term", Words.Of(phase.Term));
        json.WriteStrings("findings", phase.Findings.Select(planned => planned.Finding.Id));
        json.WriteStartObject("effort");
        foreach (var effort in Enum.GetValues<Effort>())
        {
            json.WriteNumber(Words.Of(effort), phase.Count(effort));
        }

        json.WriteEndObject();
        JsonScore.WriteOptional(json, "expectedTotal", phase.Expected.Total);
        json.WriteString("expectedVerdict", Words.Of(phase.Expected.Readiness));
    }
}
