using Seaworthy.Model.Declared.Code;

namespace Seaworthy.Reading.Linking.Images.Builds;

/// <summary>An import that the build of a package resolves, with the file that it is in.</summary>
internal sealed record PackageImportPlace(CodeFile File, CodeImport Import);
