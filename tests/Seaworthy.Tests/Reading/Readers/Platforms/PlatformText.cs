using Seaworthy.Model.Source;
using Seaworthy.Reading.Readers;
using Seaworthy.Reading.Readers.Platforms;
using Xunit;

namespace Seaworthy.Tests.Reading.Readers.Platforms;

/// <summary>Platform files for tests, read by whichever reader accepts them.</summary>
internal static class PlatformText
{
    public static T Read<T>(string path, string text)
        where T : Artifact => Assert.IsType<T>(TryRead(path, text));

    public static Artifact? TryRead(string path, string text)
    {
        FileSyntax file = new(new SourceFile(path, text));
        return PlatformsReaders
            .All.Where(reader => reader.Accepts(path))
            .Select(reader => reader.Read(file))
            .FirstOrDefault(artifact => artifact is not null);
    }
}
