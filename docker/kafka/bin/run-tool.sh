#!/usr/bin/env bash
# Runs the tool of Kafka's that it is called as.
set -euo pipefail

name=$(basename "$0" .sh)
case ${name#kafka-} in
  acls) class=org.apache.kafka.tools.AclCommand ;;
  configs) class=kafka.admin.ConfigCommand ;;
  console-consumer) class=org.apache.kafka.tools.consumer.ConsoleConsumer ;;
  console-producer) class=org.apache.kafka.tools.ConsoleProducer ;;
  consumer-groups) class=org.apache.kafka.tools.consumer.group.ConsumerGroupCommand ;;
  get-offsets) class=org.apache.kafka.tools.GetOffsetShell ;;
  leader-election) class=org.apache.kafka.tools.LeaderElectionCommand ;;
  log-dirs) class=org.apache.kafka.tools.LogDirsCommand ;;
  metadata-quorum) class=org.apache.kafka.tools.MetadataQuorumCommand ;;
  producer-perf-test) class=org.apache.kafka.tools.ProducerPerformance ;;
  reassign-partitions) class=org.apache.kafka.tools.reassign.ReassignPartitionsCommand ;;
  storage) class=kafka.tools.StorageTool ;;
  topics) class=org.apache.kafka.tools.TopicCommand ;;
  transactions) class=org.apache.kafka.tools.TransactionsCommand ;;
  *) echo "There is no tool $name." >&2; exit 2 ;;
esac
exec java -Xmx256m -XX:TieredStopAtLevel=1 -XX:-UsePerfData -cp '/opt/kafka/libs/*' \
  -Dlog4j2.configurationFile=/etc/kafka/docker/tools-log4j2.yaml "$class" "$@"
