namespace Seaworthy.Model.Topology;

/// <summary>What becomes of a step whose question git cannot answer.</summary>
public enum HistoryFate
{
    /// <summary>The step fails, and the job with it.</summary>
    Stops,

    /// <summary>The step fails where its script comes to the question.</summary>
    MayStop,

    /// <summary>The step fails, and the job goes on (<c>continue-on-error</c>).</summary>
    IsIgnored,

    /// <summary>The script goes on with an empty answer.</summary>
    IsLost,

    /// <summary>A tool other than git asks: it fails, or does something else.</summary>
    IsOfTool,
}
