using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Tree;
using Seaworthy.Reading.Readers.Compose.Values;
using static Seaworthy.Reading.Readers.Compose.Values.ComposeValues;

namespace Seaworthy.Reading.Readers.Compose;

/// <summary>The <c>healthcheck</c> of a service.</summary>
internal static class HealthcheckReading
{
    public static ComposeHealthcheck? Healthcheck(Node? node, SourceSpan span)
    {
        if (node is not MappingNode)
        {
            return null;
        }

        var (command, kind) = CommandReading.HealthTest(node.Get("test"));
        return new ComposeHealthcheck(span)
        {
            Test = command,
            Kind = kind,
            Disable = Flag(node.Get("disable")),
            Interval = Duration(node.Get("interval")),
            Timeout = Duration(node.Get("timeout")),
            StartPeriod = Duration(node.Get("start_period")),
            StartInterval = Duration(node.Get("start_interval")),
            Retries = Text(node.Get("retries")),
        };
    }
}
