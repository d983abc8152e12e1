using Seaworthy.Model.Declared.Code;

namespace Seaworthy.Reading.Linking.Dependencies;

/// <summary>An import of what is no file beside the program: a package has to bring it.</summary>
internal sealed record ForeignImport(PythonSource From, CodeImport Import);
