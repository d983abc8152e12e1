using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Endpoints;

/// <summary>Settings that a program reads into a name and nobody takes from there: modules of settings are copied whole from service to service.</summary>
internal static class KeptSettings
{
    public static bool IsForNobody(Workload workload, EnvironmentRead read) =>
        read.Holder is { } name
        && workload.Components.SelectMany(component => component.Code).Where(file => !file.IsTest).ToList() is { Count: > 1 } code
        && code.TrueForAll(file => Mentions(file, read.Span, name) <= 0);

    private static int Mentions(CodeFile file, SourceSpan read, Fact<string> holder)
    {
        var places = file.File.PlacesOf(holder.Value).Select(at => new SourceSpan(file.File, at, holder.Value.Length));
        return file.File != read.File
            ? places.Count()
            // Go declares the field of a struct apart from its value.
            : places.Count(place => place.StartLine != read.StartLine && place.StartLine != holder.Span.StartLine)
                - (file.Language is Language.Go ? 1 : 0);
    }
}
