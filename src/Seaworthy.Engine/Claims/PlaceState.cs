namespace Seaworthy.Engine.Claims;

/// <summary>Whether a place that a claim names is there.</summary>
public enum PlaceState
{
    /// <summary>The file has the line, and what is quoted stands in it.</summary>
    Holds,

    /// <summary>What is quoted stands in another line of the file.</summary>
    Moved,

    /// <summary>The file is there, and what is quoted does not stand in it.</summary>
    NotQuoted,

    /// <summary>The file has fewer lines.</summary>
    NoLine,

    /// <summary>There is no such file.</summary>
    NoFile,
}
