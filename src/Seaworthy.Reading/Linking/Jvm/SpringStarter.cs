namespace Seaworthy.Reading.Linking.Jvm;

/// <summary>A library of Spring with an address of its own on localhost.</summary>
/// <param name="Store">As people call what it connects to.</param>
/// <param name="Artifacts">The libraries that configure the connection by themselves.</param>
/// <param name="Port">That of the default.</param>
/// <param name="Properties">The beginnings of what moves it, the one to set first; <c>*</c> at its end stands for anything.</param>
/// <param name="Value">What to set it to, with <c>{0}</c> for the host.</param>
/// <param name="Beans">Words of source that makes the connection itself.</param>
/// <remarks>
/// Sources: Spring Boot reference, "Common Application Properties": <c>spring.rabbitmq.host</c>, <c>spring.data.redis.host</c>, <c>spring.data.mongodb.uri</c>, <c>spring.elasticsearch.uris</c>,
/// <c>spring.neo4j.uri</c>; Apache Kafka through <c>spring.kafka.bootstrap-servers</c>; Spring Cloud Netflix, "Service Discovery: Eureka Clients", <c>DEFAULT_URL</c>.
/// </remarks>
internal sealed record SpringStarter(
    string Store,
    IReadOnlyList<string> Artifacts,
    int Port,
    IReadOnlyList<string> Properties,
    string Value,
    IReadOnlyList<string> Beans
)
{
    public static IReadOnlyList<SpringStarter> All { get; } =
    [
        new(
            "RabbitMQ",
            [
                "spring-boot-starter-amqp",
                "spring-boot-starter-rabbitmq",
                "spring-cloud-starter-stream-rabbit",
                "spring-cloud-stream-binder-rabbit",
            ],
            5672,
            ["spring.rabbitmq.host", "spring.rabbitmq.addresses", "spring.cloud.stream.binders"],
            "{0}",
            ["CachingConnectionFactory", "RabbitAutoConfiguration", "com.rabbitmq.client.ConnectionFactory"]
        ),
        new(
            "Redis",
            ["spring-boot-starter-data-redis", "spring-boot-starter-data-redis-reactive", "spring-boot-starter-redis"],
            6379,
            ["spring.data.redis.host", "spring.data.redis", "spring.redis"],
            "{0}",
            [
                "RedisStandaloneConfiguration",
                "LettuceConnectionFactory",
                "JedisConnectionFactory",
                "RedisAutoConfiguration",
                "Redisson",
                "JedisPool",
            ]
        ),
        new(
            "MongoDB",
            ["spring-boot-starter-data-mongodb", "spring-boot-starter-data-mongodb-reactive", "spring-boot-starter-mongodb"],
            27017,
            ["spring.data.mongodb.uri", "spring.data.mongodb.host", "spring.mongodb"],
            "mongodb://{0}:27017/test",
            ["MongoClients.create", "MongoClientConfiguration", "MongoAutoConfiguration", "ConnectionString("]
        ),
        new(
            "Kafka",
            ["spring-kafka", "spring-boot-starter-kafka"],
            9092,
            [
                "spring.kafka.bootstrap-servers",
                "spring.kafka.producer.bootstrap-servers",
                "spring.kafka.consumer.bootstrap-servers",
                "spring.cloud.stream.kafka",
            ],
            "{0}:9092",
            ["BOOTSTRAP_SERVERS_CONFIG", "bootstrap.servers", "KafkaAutoConfiguration"]
        ),
        new(
            "Eureka",
            ["spring-cloud-starter-netflix-eureka-client", "spring-cloud-starter-eureka"],
            8761,
            [
                "eureka.client.serviceUrl.defaultZone",
                "eureka.client.serviceUrl",
                "eureka.client.enabled",
                "eureka.client.region",
                "eureka.client.eureka-server",
                "eureka.client.register-with-eureka",
                "spring.cloud.discovery.enabled",
            ],
            "http://{0}:8761/eureka/",
            ["EurekaClientConfigBean"]
        ),
        new(
            "Elasticsearch",
            ["spring-boot-starter-data-elasticsearch", "spring-boot-starter-elasticsearch"],
            9200,
            ["spring.elasticsearch.uris", "spring.elasticsearch", "spring.data.elasticsearch"],
            "http://{0}:9200",
            ["ElasticsearchConfiguration", "RestHighLevelClient", "RestClient.builder", "ClientConfiguration.builder"]
        ),
        new(
            "Neo4j",
            ["spring-boot-starter-data-neo4j", "spring-boot-starter-neo4j"],
            7687,
            ["spring.neo4j.uri", "spring.data.neo4j.uri"],
            "bolt://{0}:7687",
            ["GraphDatabase.driver", "AbstractNeo4jConfig"]
        ),
    ];
}
