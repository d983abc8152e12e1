namespace Seaworthy.Reading.Linking.Pipelines;

/// <summary>Whether a job can run.</summary>
internal enum JobReachKind
{
    /// <summary>Some way of starting the workflow certainly lets it run.</summary>
    Reachable,

    /// <summary>It depends on what only the run knows.</summary>
    Unknown,

    /// <summary>No way of starting the workflow lets it run.</summary>
    Never,

    /// <summary>Its condition is a plain <c>false</c>: switched off on purpose.</summary>
    SwitchedOff,
}
