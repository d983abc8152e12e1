using Seaworthy.Model;
using Seaworthy.Reading;
using Seaworthy.Reading.Discovery;
using Seaworthy.Rules;

namespace Seaworthy.Tests.Reading.Linking;

/// <summary>A small repository written in a test, read and linked.</summary>
internal static class Linked
{
    public static Deployment Repository(params IEnumerable<(string Path, string Text)> files)
    {
        using MemoryRepository repository = new(files.Select(file => new MemoryFile(file.Path, file.Text)));
        var reading = new DeploymentReader(ofRules: AllRules.List.SelectMany(rule => rule.Relations)).Read(repository);
        Xunit.Assert.Empty(reading.Diagnostics);
        return reading.Deployment;
    }
}
