using System.Text.Json;
using Seaworthy.Engine.Costing;

namespace Seaworthy.Engine.Reporting.Costing;

/// <summary>An estimate as JSON.</summary>
public static class CostJson
{
    public const string Schema = "seaworthy-cost/1";

    public static void Write(CostEstimate? estimate, Stream output)
    {
        using Utf8JsonWriter json = new(output, JsonWriting.Options);
        json.WriteStartObject();
        json.WriteString("schema", Schema);
        JsonReport.WriteTool(json);
        json.WriteString("caution", CostText.Caution);
        json.WriteOptional("target", estimate?.Target.Name);
        json.WriteBoolean("selfHosted", estimate?.IsSelfHosted ?? false);
        json.WriteObjects("sizes", estimate?.Sizes ?? [], WriteSize);
        json.WriteObjects("workloads", estimate?.Workloads ?? [], WriteWorkload);
        json.WriteObjects("providers", estimate is null ? [] : Providers.All, (_, provider) => WriteProvider(json, provider, estimate));
        json.WriteEndObject();
    }

    private static void WriteSize(Utf8JsonWriter json, CostSize size)
    {
        json.WriteString("name", size.Name);
        json.WriteNumber("replicas", size.Replicas);
        json.WriteNumber("vcpu", size.Processors);
        json.WriteNumber("memoryGb", size.Memory);
        json.WriteNumber("storageGb", size.Storage);
        json.WriteNumber("trafficGb", size.Traffic);
    }

    private static void WriteWorkload(Utf8JsonWriter json, CostedWorkload workload)
    {
        json.WriteString("name", Quote.Text(workload.Workload.Name));
        json.WriteString("kind", workload.IsStore ? "store" : "service");
        json.WritePlace("at", workload.Workload.Span);
        json.WriteStrings("declared", CostText.Declared(workload));
    }

    private static void WriteProvider(Utf8JsonWriter json, Provider provider, CostEstimate? estimate)
    {
        json.WriteString("name", provider.Name);
        json.WriteString("service", provider.Service);
        json.WriteString("region", provider.Region);
        json.WriteString("currency", provider.Currency);
        json.WriteStartObject("perMonth");
        foreach (var size in estimate?.Sizes ?? [])
        {
            json.WriteNumber(size.Name, decimal.Round(estimate?.Of(provider, size) ?? 0, 2));
        }

        json.WriteEndObject();
        json.WriteObjects("stores", estimate?.Stores ?? [], (_, store) => WriteStore(json, store, provider, estimate));
        json.WriteObjects("prices", provider.Prices, WritePrice);
    }

    private static void WriteStore(Utf8JsonWriter json, CostedWorkload store, Provider provider, CostEstimate? estimate)
    {
        json.WriteString("name", Quote.Text(store.Workload.Name));
        var managed = estimate?.Managed(provider, store);
        json.WriteOptional("service", managed?.Service);
        if (managed is null)
        {
            return;
        }

        json.WriteStartObject("plans");
        foreach (var size in estimate?.Sizes ?? [])
        {
            json.WriteString(size.Name, CostText.Plan(managed, store, size));
        }

        json.WriteEndObject();
    }

    private static void WritePrice(Utf8JsonWriter json, Price price)
    {
        json.WriteString("meter", price.Meter);
        json.WriteNumber("perMonth", price.Amount);
        json.WriteString("source", price.Source);
        json.WriteString("asOf", price.AsOf);
        json.WriteString("basis", Words.Of(price.Basis));
    }
}
