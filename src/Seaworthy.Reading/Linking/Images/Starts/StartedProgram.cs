using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Linking.Images.Starts;

/// <summary>A program that a container starts, and the directory in which it does.</summary>
/// <param name="Through">The command that calls the script of package.json it is in; null when it is called directly.</param>
internal sealed record StartedProgram(ProgramCommand Program, string Here, SourceSpan? Through);
