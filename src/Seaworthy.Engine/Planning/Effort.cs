namespace Seaworthy.Engine.Planning;

/// <summary>How long somebody who knows the repository will roughly need. Not a promise: the kind of change decides, not its size.</summary>
public enum Effort
{
    /// <summary>A value, a name, a line.</summary>
    Minutes,

    /// <summary>Something has to be written, tried or rolled out.</summary>
    Hours,

    /// <summary>Something has to be designed, or data has to move.</summary>
    Day,
}
