using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Readers;

/// <summary>
/// Turns one kind of file into facts. A pure function of one file: it never looks at another, keeps no state, and answers bad input with a <see cref="Problem"/>.
/// Kind is decided by name (<see cref="Accepts"/>, cheap, asked of every path) and content (<see cref="Read"/> may answer null: not mine after all).
/// </summary>
internal abstract class Reader
{
    /// <summary>Whether a file of this path may be of this kind.</summary>
    public abstract bool Accepts(string path);

    /// <summary>The facts, or null when the content is of another kind.</summary>
    public abstract Artifact? Read(FileSyntax file);
}
