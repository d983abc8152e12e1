using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Linking.Dependencies;

/// <summary>A source file that a program has loaded, where the container holds it.</summary>
/// <param name="Path">In the container.</param>
/// <param name="Search">The directory from which its name was looked for.</param>
/// <param name="Through">The import that loaded it; null for the file that is started.</param>
internal sealed record PythonSource(string Path, CodeFile File, string Search, SourceSpan? Through);
