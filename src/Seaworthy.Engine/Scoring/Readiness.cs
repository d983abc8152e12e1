namespace Seaworthy.Engine.Scoring;

/// <summary>The answer to the question whether to deploy.</summary>
public enum Readiness
{
    /// <summary>Too little of the repository says anything about deployment.</summary>
    NotEnoughToJudge,

    /// <summary>A critical FAIL, or a total below 5.</summary>
    NotReady,

    /// <summary>A high FAIL, a grave warning, or a total below 8.</summary>
    ReadyWithConditions,

    Ready,
}
